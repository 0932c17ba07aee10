package dev.smtpdiag.session.tls;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.security.spec.PSSParameterSpec;
import java.util.Locale;
import java.util.Optional;

/**
 * The channel binding tls-server-end-point (RFC 5929 4.1): the certificate of the server, hashed as it is signed, but
 * never with less than SHA-256.
 */
public final class ServerEndPoint {

    private ServerEndPoint() {}

    /** Nothing for a signature that has no hash of its own, as Ed25519. */
    public static Optional<byte[]> of(X509Certificate certificate) {
        try {
            Optional<String> hash = hash(certificate);
            if (hash.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(MessageDigest.getInstance(hash.get()).digest(certificate.getEncoded()));
        } catch (GeneralSecurityException | IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> hash(X509Certificate certificate) throws GeneralSecurityException, IOException {
        String signature = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
        int with = signature.indexOf("WITH");
        if (with > 0) {
            return Optional.of(atLeastSha256(signature.substring(0, with)));
        }
        byte[] encoded = certificate.getSigAlgParams();
        if (!signature.equals("RSASSA-PSS") || encoded == null) {
            return Optional.empty();
        }
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("RSASSA-PSS");
        parameters.init(encoded);
        return Optional.of(atLeastSha256(
                parameters.getParameterSpec(PSSParameterSpec.class).getDigestAlgorithm()));
    }

    private static String atLeastSha256(String hash) {
        return switch (hash.toUpperCase(Locale.ROOT).replace("-", "")) {
            case "MD5", "SHA1" -> "SHA-256";
            case "SHA224" -> "SHA-224";
            case "SHA384" -> "SHA-384";
            case "SHA512" -> "SHA-512";
            default -> "SHA-256";
        };
    }
}
