package dev.smtpdiag.session.tls;

import dev.smtpdiag.plan.InvalidInputException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;

/** What this JVM can offer in a handshake; what it cannot is refused with the reason, before anything is sent. */
public final class TlsCapabilities {

    private static final Map<String, String> VERSIONS =
            Map.of("1.0", "TLSv1", "1.1", "TLSv1.1", "1.2", "TLSv1.2", "1.3", "TLSv1.3");

    /** The suites of TLS 1.3 (RFC 8446 B.4), which no other version knows. */
    private static final Set<String> SUITES_13 = Set.of(
            "TLS_AES_128_GCM_SHA256",
            "TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_AES_128_CCM_SHA256",
            "TLS_AES_128_CCM_8_SHA256");

    private final SSLParameters supported;
    private final DisabledAlgorithms disabled;

    private TlsCapabilities(SSLParameters supported, DisabledAlgorithms disabled) {
        this.supported = supported;
        this.disabled = disabled;
    }

    public static TlsCapabilities ofThisJvm() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[0], null);
            return new TlsCapabilities(context.getSupportedSSLParameters(), DisabledAlgorithms.ofThisJvm());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no TLS: " + e.getMessage(), e);
        }
    }

    /**
     * Reads versions such as {@code 1.2,1.3}.
     *
     * @return their names in JSSE
     * @throws InvalidInputException when one is unknown, or this JVM has it disabled
     */
    public List<String> protocols(String versions) {
        List<String> names = new ArrayList<>();
        for (String version : versions.split(",")) {
            String number = version.strip().replaceFirst("(?i)^tls ?v?", "");
            String name = VERSIONS.get(number.equals("1") ? "1.0" : number);
            if (name == null) {
                throw new InvalidInputException("tls-version.unknown", version.strip());
            }
            disabled.forProtocol(name).ifPresent(entry -> {
                throw new InvalidInputException("tls-version.disabled", number, entry, DisabledAlgorithms.PROPERTY);
            });
            names.add(name);
        }
        return names;
    }

    /**
     * Reads cipher suites by their IANA or OpenSSL names, with commas or colons between them.
     *
     * @param protocols the versions that were asked for, empty for all
     * @return their names in JSSE
     * @throws InvalidInputException when one is unknown, disabled, or of use in none of the versions
     */
    public List<String> cipherSuites(String suites, List<String> protocols) {
        Set<String> known = Set.of(supported.getCipherSuites());
        List<String> names = new ArrayList<>();
        for (String given : suites.split("[,:]")) {
            String name = given.strip();
            String iana = OpenSslNames.iana(name.toUpperCase(Locale.ROOT)).orElse(name.toUpperCase(Locale.ROOT));
            String usable = iana.replace("_ANON_", "_anon_");
            String old = usable.replaceFirst("^TLS_", "SSL_");
            if (!known.contains(usable) && !known.contains(old)) {
                disabled.forSuite(usable).ifPresent(entry -> {
                    throw new InvalidInputException("cipher.disabled", name, entry, DisabledAlgorithms.PROPERTY);
                });
                throw new InvalidInputException("cipher.unknown", name);
            }
            names.add(known.contains(usable) ? usable : old);
        }
        boolean all13 = SUITES_13.containsAll(names);
        boolean none13 = names.stream().noneMatch(SUITES_13::contains);
        boolean only13 = protocols.equals(List.of("TLSv1.3"));
        boolean never13 = !protocols.isEmpty() && !protocols.contains("TLSv1.3");
        if (all13 && never13 || none13 && only13) {
            throw new InvalidInputException("cipher.version", String.join(", ", names));
        }
        return names;
    }
}
