package dev.smtpdiag.session.tls;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;

/**
 * Compares a host name or an address with the names of a certificate (RFC 9525 6.3, 6.4). A name is compared with entries
 * of the type dNSName alone, an address with those of the type iPAddress; the common name does not count.
 */
final class HostNameCheck {

    private HostNameCheck() {}

    /**
     * @param host a DNS name, or a literal address as Java prints it
     */
    static boolean matches(String host, AlternativeNames names) {
        String wanted = withoutTrailingDot(host);
        return isAddress(wanted) ? matchesAddress(wanted, names.addresses()) : matchesName(wanted, names.dnsNames());
    }

    private static boolean isAddress(String host) {
        return host.indexOf(':') >= 0 || host.matches("[0-9.]+");
    }

    private static boolean matchesName(String wanted, List<String> dnsNames) {
        return dnsNames.stream().anyMatch(name -> matchesName(wanted, withoutTrailingDot(name)));
    }

    private static boolean matchesName(String wanted, String offered) {
        if (!offered.startsWith("*.")) {
            return wanted.equals(offered);
        }
        // The wildcard stands for exactly one label, the leftmost.
        int dot = wanted.indexOf('.');
        return dot > 0 && wanted.substring(dot).equals(offered.substring(1)) && offered.indexOf('.', 2) > 0;
    }

    private static boolean matchesAddress(String wanted, List<String> addresses) {
        return addresses.stream().anyMatch(address -> sameAddress(wanted, address));
    }

    /** Both are literals, so that nothing is looked up. */
    private static boolean sameAddress(String one, String other) {
        try {
            return isAddress(other) && InetAddress.getByName(one).equals(InetAddress.getByName(other));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static String withoutTrailingDot(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
