package dev.smtpdiag.cli;

import dev.smtpdiag.plan.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the certificates of a PEM, DER, PKCS#12 or JKS file, and writes one as PEM (RFC 7468). */
final class CertificateFile {

    /** What a JKS file begins with. */
    private static final int JKS = 0xFEEDFEED;

    private CertificateFile() {}

    /**
     * @param password of a key store, when one was given
     * @throws InvalidInputException when there is no certificate to be had from the file
     */
    static List<X509Certificate> read(String file, Optional<char[]> password) {
        byte[] content;
        try {
            content = Files.readAllBytes(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            throw new InvalidInputException("cacert.unreadable", file);
        }
        if (content.length == 0) {
            throw new InvalidInputException("cacert.empty", file);
        }
        List<X509Certificate> certificates = startsWith(content, JKS) ? List.of() : plain(content);
        if (certificates.isEmpty()) {
            certificates = store(file, content, password.orElse(null));
        }
        if (certificates.isEmpty()) {
            throw new InvalidInputException("cacert.no-certificate", file);
        }
        return certificates;
    }

    /** Those of a PEM or DER file; none when it is neither. */
    private static List<X509Certificate> plain(byte[] content) {
        List<X509Certificate> certificates = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (Certificate certificate : factory.generateCertificates(new ByteArrayInputStream(content))) {
                certificates.add((X509Certificate) certificate);
            }
        } catch (CertificateException e) {
            return List.of();
        }
        return certificates;
    }

    private static List<X509Certificate> store(String file, byte[] content, char @Nullable [] password) {
        boolean jks = startsWith(content, JKS);
        // A PKCS#12 file is an ASN.1 SEQUENCE.
        if (!jks && content[0] != 0x30) {
            throw new InvalidInputException("cacert.no-certificate", file);
        }
        List<X509Certificate> certificates = new ArrayList<>();
        try {
            KeyStore store = KeyStore.getInstance(jks ? "JKS" : "PKCS12");
            store.load(new ByteArrayInputStream(content), password);
            for (String alias : Collections.list(store.aliases())) {
                if (store.getCertificate(alias) instanceof X509Certificate certificate) {
                    certificates.add(certificate);
                }
            }
        } catch (IOException e) {
            boolean locked = e.getCause() instanceof UnrecoverableKeyException;
            throw new InvalidInputException(locked ? "cacert.password" : "cacert.no-certificate", file);
        } catch (GeneralSecurityException e) {
            throw new InvalidInputException("cacert.no-certificate", file);
        }
        if (certificates.isEmpty() && password == null) {
            // Without a password a PKCS#12 store shows nothing of what is encrypted in it.
            throw new InvalidInputException("cacert.password", file);
        }
        return certificates;
    }

    /**
     * @throws InvalidInputException when the file cannot be written
     */
    static void write(Path file, X509Certificate certificate) {
        try {
            String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
            Files.writeString(file, "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
        } catch (IOException | CertificateEncodingException e) {
            throw new InvalidInputException("simulate.write-ca", file.toString());
        }
    }

    private static boolean startsWith(byte[] content, int magic) {
        return content.length >= 4
                && ((content[0] & 0xff) << 24
                                | (content[1] & 0xff) << 16
                                | (content[2] & 0xff) << 8
                                | content[3] & 0xff)
                        == magic;
    }
}
