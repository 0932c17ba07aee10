package dev.smtpdiag.session.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A trust store of the operating system.
 *
 * @param place path of a file of PEM certificates, or the name that Java has for a store of the system
 * @param file whether it is a file
 */
public record SystemStore(String place, boolean file) {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN (?:TRUSTED )?CERTIFICATE-----[^-]+-----END (?:TRUSTED )?CERTIFICATE-----");
    private static final int MOST_OCTETS = 8 * 1024 * 1024;
    private static final int MOST_CERTIFICATES = 2000;

    /** Debian, Red Hat, SUSE, Alpine and the BSDs, in this order. */
    private static final List<String> FILES = List.of(
            "/etc/ssl/certs/ca-certificates.crt",
            "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
            "/etc/pki/tls/certs/ca-bundle.crt",
            "/etc/ssl/ca-bundle.pem",
            "/usr/local/share/certs/ca-root-nss.crt",
            "/etc/ssl/cert.pem");

    /** The first that is there; none where there is none that we know. */
    static List<SystemStore> ofThisSystem() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return List.of(new SystemStore("Windows-ROOT", false));
        }
        if (system.startsWith("mac")) {
            return List.of(new SystemStore("KeychainStore", false), new SystemStore("KeychainStore-ROOT", false));
        }
        return FILES.stream()
                .filter(file -> Files.isReadable(Path.of(file)))
                .limit(1)
                .map(file -> new SystemStore(file, true))
                .toList();
    }

    /** The authorities in it; none when it cannot be read. */
    List<X509Certificate> authorities() {
        try {
            return file ? ofFile(Path.of(place)) : ofKeyStore(place);
        } catch (IOException | GeneralSecurityException e) {
            return List.of();
        }
    }

    private static List<X509Certificate> ofFile(Path path) throws IOException, CertificateException {
        byte[] octets;
        try (InputStream in = Files.newInputStream(path)) {
            octets = in.readNBytes(MOST_OCTETS);
        }
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> certificates = new ArrayList<>();
        Matcher blocks = PEM.matcher(new String(octets, StandardCharsets.ISO_8859_1));
        while (blocks.find() && certificates.size() < MOST_CERTIFICATES) {
            try {
                byte[] block = blocks.group().getBytes(StandardCharsets.ISO_8859_1);
                certificates.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block)));
            } catch (CertificateException e) {
                // One that this JVM cannot read; the others count.
            }
        }
        return certificates;
    }

    private static List<X509Certificate> ofKeyStore(String type) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, null);
        List<X509Certificate> certificates = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isCertificateEntry(alias) && store.getCertificate(alias) instanceof X509Certificate found) {
                certificates.add(found);
            }
        }
        return certificates;
    }
}
