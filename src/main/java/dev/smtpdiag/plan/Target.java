package dev.smtpdiag.plan;

import java.net.IDN;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The server that a probe is about.
 *
 * @param host name as DNS wants it (RFC 5891 A-labels), or a literal address without brackets
 * @param port 1 to 65535
 * @param scheme the mode that the scheme of the target named, if it had one that does
 */
public record Target(String host, int port, Optional<TlsMode> scheme) {

    /** The port of implicit TLS (RFC 8314 7.3). */
    public static final int SUBMISSIONS_PORT = 465;

    private static final int SUBMISSION_PORT = 587;
    private static final Map<String, Integer> DEFAULT_PORTS = Map.of(
            "smtp", 25, "submission", SUBMISSION_PORT, "smtps", SUBMISSIONS_PORT, "submissions", SUBMISSIONS_PORT);

    /**
     * Reads {@code host}, {@code host:port}, {@code [v6]:port} or one of them behind {@code smtp://}, {@code smtps://},
     * {@code submission://}, {@code submissions://}.
     *
     * @throws InvalidInputException when it cannot be read
     */
    public static Target parse(String input) {
        String rest = input.strip();
        String scheme = "";
        int separator = rest.indexOf("://");
        if (separator >= 0) {
            scheme = rest.substring(0, separator).toLowerCase(Locale.ROOT);
            rest = rest.substring(separator + 3);
            if (!DEFAULT_PORTS.containsKey(scheme)) {
                throw new InvalidInputException("target.scheme", HostAndPort.printable(scheme));
            }
            rest = rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
        }
        if (rest.indexOf('@') >= 0) {
            throw new InvalidInputException("target.login");
        }
        HostAndPort parsed = HostAndPort.parse(rest, rest);
        int port = parsed.port().orElse(DEFAULT_PORTS.getOrDefault(scheme, SUBMISSION_PORT));
        boolean implicit = scheme.equals("smtps") || scheme.equals("submissions");
        return new Target(ascii(parsed.host()), port, implicit ? Optional.of(TlsMode.IMPLICIT) : Optional.empty());
    }

    /** The mode when no option says otherwise. */
    public TlsMode defaultMode() {
        return scheme.orElse(port == SUBMISSIONS_PORT ? TlsMode.IMPLICIT : TlsMode.STARTTLS_IF_OFFERED);
    }

    public boolean isLiteralAddress() {
        return host.indexOf(':') >= 0 || host.matches("\\d{1,3}(\\.\\d{1,3}){3}");
    }

    private static String ascii(String host) {
        if (host.chars().allMatch(c -> c < 128)) {
            return host;
        }
        String ascii = "";
        try {
            ascii = IDN.toASCII(host);
        } catch (IllegalArgumentException e) {
            // told below
        }
        if (!ascii.matches("[A-Za-z0-9._-]+")) {
            throw new InvalidInputException("target.not-idn", host);
        }
        return ascii;
    }

    @Override
    public String toString() {
        return host.indexOf(':') >= 0 ? "[" + host + "]:" + port : host + ":" + port;
    }
}
