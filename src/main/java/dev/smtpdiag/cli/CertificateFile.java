package dev.smtpdiag.cli;

import dev.smtpdiag.plan.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Reads the certificates of a PEM or DER file, and writes one as PEM (RFC 7468). */
final class CertificateFile {

    private CertificateFile() {}

    /**
     * @throws InvalidInputException when there is no certificate to be had from the file
     */
    static List<X509Certificate> read(String file) {
        byte[] content;
        try {
            content = Files.readAllBytes(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            throw new InvalidInputException("cacert.unreadable", file);
        }
        List<X509Certificate> certificates = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (Certificate certificate : factory.generateCertificates(new ByteArrayInputStream(content))) {
                certificates.add((X509Certificate) certificate);
            }
        } catch (CertificateException e) {
            throw new InvalidInputException("cacert.no-certificate", file);
        }
        if (certificates.isEmpty()) {
            throw new InvalidInputException("cacert.empty", file);
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
}
