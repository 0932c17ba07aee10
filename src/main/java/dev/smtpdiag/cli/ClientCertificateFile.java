package dev.smtpdiag.cli;

import dev.smtpdiag.plan.ClientCertificate;
import dev.smtpdiag.plan.InvalidInputException;
import dev.smtpdiag.smtp.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a client certificate and its key: PEM, in one file or two, or PKCS#12. */
final class ClientCertificateFile {

    private static final int LONGEST = 1024 * 1024;

    private static final Pattern CERTIFICATE =
            Pattern.compile("-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----");

    private ClientCertificateFile() {}

    /**
     * @param file PEM or PKCS#12
     * @param keyFile PEM, when the key is not in the first file
     * @param password of the key, if it has one
     * @throws InvalidInputException when no certificate and key are to be had
     */
    static ClientCertificate read(String file, Optional<String> keyFile, Optional<Secret> password) {
        byte[] content = content(file);
        String text = new String(content, StandardCharsets.ISO_8859_1);
        if (!text.contains("-----BEGIN ")) {
            return pkcs12(file, content, password);
        }
        List<X509Certificate> chain = certificates(file, text);
        String keyText = keyFile.map(name -> new String(content(name), StandardCharsets.ISO_8859_1))
                .orElse(text);
        PrivateKey key = PemKey.read(
                keyFile.orElse(file), keyText, password, chain.get(0).getPublicKey());
        return new ClientCertificate(key, chain);
    }

    /** The certificates alone: Java does not skip a key between them. */
    private static List<X509Certificate> certificates(String file, String text) {
        List<X509Certificate> certificates = new ArrayList<>();
        Matcher block = CERTIFICATE.matcher(text);
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            while (block.find()) {
                byte[] pem = block.group().getBytes(StandardCharsets.ISO_8859_1);
                certificates.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(pem)));
            }
        } catch (CertificateException e) {
            throw new InvalidInputException("cert.unusable", file);
        }
        if (certificates.isEmpty()) {
            throw new InvalidInputException("cert.unusable", file);
        }
        return certificates;
    }

    private static ClientCertificate pkcs12(String file, byte[] content, Optional<Secret> password) {
        char[] secret = password.map(Secret::reveal).orElse("").toCharArray();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(content), secret);
            for (String alias : Collections.list(store.aliases())) {
                Certificate[] chain = store.getCertificateChain(alias);
                if (store.isKeyEntry(alias) && chain != null && store.getKey(alias, secret) instanceof PrivateKey key) {
                    List<X509Certificate> certificates = new ArrayList<>();
                    for (Certificate certificate : chain) {
                        certificates.add((X509Certificate) certificate);
                    }
                    return new ClientCertificate(key, certificates);
                }
            }
        } catch (GeneralSecurityException | IOException e) {
            // Not the cause: what it says differs from one provider to the next.
            throw new InvalidInputException("cert.unusable", file);
        }
        throw new InvalidInputException("cert.no-key", file);
    }

    private static byte[] content(String file) {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            byte[] content = in.readNBytes(LONGEST + 1);
            if (content.length <= LONGEST) {
                return content;
            }
        } catch (IOException | InvalidPathException e) {
            // told below
        }
        throw new InvalidInputException("cert.unreadable", file);
    }
}
