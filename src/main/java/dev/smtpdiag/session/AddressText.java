package dev.smtpdiag.session;

import java.net.Inet6Address;
import java.net.InetAddress;

/** Addresses as people write them: Java prints IPv6 addresses in full, RFC 5952 4 wants them short. */
final class AddressText {

    private static final int GROUPS = 8;

    private AddressText() {}

    static String of(InetAddress address) {
        String full = address.getHostAddress();
        if (!(address instanceof Inet6Address)) {
            return full;
        }
        int zone = full.indexOf('%');
        String suffix = zone < 0 ? "" : full.substring(zone);
        return shorten((zone < 0 ? full : full.substring(0, zone)).split(":", -1)) + suffix;
    }

    private static String shorten(String[] groups) {
        int from = 0;
        int length = 0;
        for (int start = 0; start < GROUPS; start++) {
            int end = start;
            while (end < GROUPS && groups[end].equals("0")) {
                end++;
            }
            if (end - start > length) {
                from = start;
                length = end - start;
            }
        }
        if (length < 2) {
            return String.join(":", groups);
        }
        return join(groups, 0, from) + "::" + join(groups, from + length, GROUPS);
    }

    private static String join(String[] groups, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i == from ? "" : ":").append(groups[i]);
        }
        return text.toString();
    }
}
