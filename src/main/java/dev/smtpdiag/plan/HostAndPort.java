package dev.smtpdiag.plan;

import java.util.OptionalInt;

/**
 * A host with an optional port, as people write them: {@code mail.example.com}, {@code mail.example.com:587}, {@code
 * [2001:db8::1]:587}, {@code 2001:db8::1}.
 *
 * @param host name or literal address, without brackets
 * @param port 1 to 65535, if one was given
 */
record HostAndPort(String host, OptionalInt port) {

    /**
     * @param text what stands where a host is expected
     * @param input the whole input, for the error sentence
     * @throws InvalidInputException when it cannot be read
     */
    static HostAndPort parse(String text, String input) {
        String host;
        String port = null;
        if (text.startsWith("[")) {
            int close = text.indexOf(']');
            if (close < 0) {
                throw new InvalidInputException("target.bracket-open", printable(input));
            }
            host = text.substring(1, close);
            String rest = text.substring(close + 1);
            if (!rest.isEmpty()) {
                if (rest.charAt(0) != ':') {
                    throw new InvalidInputException("target.bracket-end", printable(input));
                }
                port = rest.substring(1);
            }
            if (host.indexOf(':') < 0) {
                throw new InvalidInputException("target.bracket-host", printable(input));
            }
        } else {
            int first = text.indexOf(':');
            boolean bareIpv6 = first >= 0 && text.indexOf(':', first + 1) >= 0;
            host = first < 0 || bareIpv6 ? text : text.substring(0, first);
            port = first < 0 || bareIpv6 ? null : text.substring(first + 1);
        }
        checkHost(host, input);
        return new HostAndPort(host, port == null ? OptionalInt.empty() : OptionalInt.of(parsePort(port, input)));
    }

    private static void checkHost(String host, String input) {
        if (host.isEmpty()) {
            throw input.isEmpty()
                    ? new InvalidInputException("target.empty")
                    : new InvalidInputException("target.no-host", printable(input));
        }
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            boolean allowed = Character.isLetterOrDigit(c) || "-_.:%".indexOf(c) >= 0;
            if (!allowed) {
                throw new InvalidInputException("target.host-character", i + 1, printable(host));
            }
        }
        if (host.indexOf(':') >= 0 && !host.matches("[0-9A-Fa-f:.]+(%[A-Za-z0-9_.-]+)?")) {
            throw new InvalidInputException("target.not-ipv6", printable(input));
        }
    }

    private static int parsePort(String text, String input) {
        int port = -1;
        if (!text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            port = Integer.parseInt(text);
        }
        if (port < 0) {
            throw new InvalidInputException("target.port-not-number", printable(input));
        }
        if (port < 1 || port > 65535) {
            throw new InvalidInputException("target.port-range", port, printable(input));
        }
        return port;
    }

    static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
