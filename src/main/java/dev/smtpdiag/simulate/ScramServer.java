package dev.smtpdiag.simulate;

import dev.smtpdiag.smtp.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** The server's arithmetic of SCRAM-SHA-256 (RFC 5802 3, RFC 7677). */
final class ScramServer {

    private static final int ITERATIONS = 4096;
    private static final int KEY_BITS = 256;
    private static final byte[] SALT = "pepper-and-salt!".getBytes(StandardCharsets.US_ASCII);

    private final String clientFirstBare;
    private final Map<String, String> clientFirst;
    private final String serverFirst;
    private String signature = "";

    /**
     * @param clientFirstMessage {@code n,,n=user,r=nonce}
     * @throws IllegalArgumentException when it is none
     */
    ScramServer(String clientFirstMessage) {
        String[] parts = clientFirstMessage.split(",", 3);
        if (parts.length < 3) {
            throw new IllegalArgumentException("not a message of SCRAM");
        }
        clientFirstBare = parts[2];
        clientFirst = attributes(clientFirstBare);
        serverFirst = "r=" + clientFirst.getOrDefault("r", "") + "0123456789,s="
                + Base64.getEncoder().encodeToString(SALT) + ",i=" + ITERATIONS;
    }

    String user() {
        return clientFirst.getOrDefault("n", "").replace("=2C", ",").replace("=3D", "=");
    }

    String firstMessage() {
        return serverFirst;
    }

    /** Whether the client has proved that it knows this password. */
    boolean verifies(String clientFinal, Secret password) {
        int proof = clientFinal.lastIndexOf(",p=");
        if (proof < 0) {
            return false;
        }
        String message = clientFirstBare + "," + serverFirst + "," + clientFinal.substring(0, proof);
        try {
            byte[] salted = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(password.reveal().toCharArray(), SALT, ITERATIONS, KEY_BITS))
                    .getEncoded();
            byte[] clientKey = hmac(salted, "Client Key");
            byte[] expected = hmac(MessageDigest.getInstance("SHA-256").digest(clientKey), message);
            for (int i = 0; i < expected.length; i++) {
                expected[i] ^= clientKey[i];
            }
            signature = Base64.getEncoder().encodeToString(hmac(hmac(salted, "Server Key"), message));
            return Base64.getEncoder().encodeToString(expected).equals(clientFinal.substring(proof + 3));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no SHA-256", e);
        }
    }

    /** The proof of the server, once it has verified that of the client. */
    String finalMessage(boolean right) {
        return "v=" + (right ? signature : "A".repeat(43) + "=");
    }

    private static byte[] hmac(byte[] key, String message) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> attributes(String message) {
        Map<String, String> attributes = new HashMap<>();
        for (String part : message.split(",")) {
            if (part.length() > 2 && part.charAt(1) == '=') {
                attributes.put(part.substring(0, 1), part.substring(2));
            }
        }
        return attributes;
    }
}
