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
                throw new InvalidInputException(
                        "the bracket is not closed: " + printable(input) + " (write [address]:port)");
            }
            host = text.substring(1, close);
            String rest = text.substring(close + 1);
            if (!rest.isEmpty()) {
                if (rest.charAt(0) != ':') {
                    throw new InvalidInputException("a colon and a port must follow the bracket: " + printable(input));
                }
                port = rest.substring(1);
            }
            if (host.indexOf(':') < 0) {
                throw new InvalidInputException("brackets are for IPv6 addresses only: " + printable(input));
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
            throw new InvalidInputException(
                    input.isEmpty()
                            ? "the target is empty: give a host name"
                            : "the host is missing: " + printable(input));
        }
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            boolean allowed = Character.isLetterOrDigit(c) || "-_.:%".indexOf(c) >= 0;
            if (!allowed) {
                throw new InvalidInputException("a host name cannot hold the character at position " + (i + 1) + " of '"
                        + printable(host) + "': give host, host:port or smtp://host:port");
            }
        }
        if (host.indexOf(':') >= 0 && !host.matches("[0-9A-Fa-f:.]+(%[A-Za-z0-9_.-]+)?")) {
            throw new InvalidInputException("not an IPv6 address: " + printable(input) + " (write [address]:port)");
        }
    }

    private static int parsePort(String text, String input) {
        int port = -1;
        if (!text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            port = Integer.parseInt(text);
        }
        if (port < 0) {
            throw new InvalidInputException("the port is not a number: " + printable(input));
        }
        if (port < 1 || port > 65535) {
            throw new InvalidInputException("port " + port + " is out of range (1 to 65535): " + printable(input));
        }
        return port;
    }

    static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
