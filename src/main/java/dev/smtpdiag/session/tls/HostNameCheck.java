package dev.smtpdiag.session.tls;

import java.util.List;
import java.util.Locale;

/** Compares a host name with the names of a certificate (RFC 9525 6.3). The common name does not count. */
final class HostNameCheck {

    private HostNameCheck() {}

    /**
     * @param host a DNS name, or a literal address as Java prints it
     * @param names subject alternative names of the types dNSName and iPAddress
     */
    static boolean matches(String host, List<String> names) {
        return names.stream().anyMatch(name -> matches(host, name));
    }

    private static boolean matches(String host, String name) {
        String wanted = withoutTrailingDot(host);
        String offered = withoutTrailingDot(name);
        if (wanted.indexOf(':') >= 0) {
            return sameAddress(wanted, offered);
        }
        boolean literal = wanted.matches("[0-9.]+");
        if (literal || !offered.startsWith("*.")) {
            return wanted.equals(offered);
        }
        // The wildcard stands for exactly one label, the leftmost.
        int dot = wanted.indexOf('.');
        return dot > 0 && wanted.substring(dot).equals(offered.substring(1)) && offered.indexOf('.', 2) > 0;
    }

    private static boolean sameAddress(String one, String other) {
        try {
            return other.indexOf(':') >= 0
                    && java.net.InetAddress.getByName(one).equals(java.net.InetAddress.getByName(other));
        } catch (java.net.UnknownHostException e) {
            return false;
        }
    }

    private static String withoutTrailingDot(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
