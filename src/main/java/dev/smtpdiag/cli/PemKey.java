package dev.smtpdiag.cli;

import dev.smtpdiag.plan.InvalidInputException;
import dev.smtpdiag.smtp.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Reads a private key in PEM: PKCS#8 (RFC 5958), in clear or encrypted, or the older forms PKCS#1 and SEC 1. */
final class PemKey {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ((?:[A-Z]+ )?PRIVATE KEY)-----([^-]+)-----END", Pattern.DOTALL);

    /** rsaEncryption with NULL parameters, as DER. */
    private static final byte[] RSA = {
        0x30, 0x0d, 0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00
    };

    private PemKey() {}

    /**
     * @param file for the error sentence
     * @param owner the key of the certificate that it belongs to
     * @throws InvalidInputException when it cannot be used
     */
    static PrivateKey read(String file, String text, Optional<Secret> password, PublicKey owner) {
        Matcher block = BLOCK.matcher(text);
        if (!block.find()) {
            throw new InvalidInputException("cert.no-key", file);
        }
        String kind = block.group(1);
        String body = block.group(2);
        if (body.contains("Proc-Type:")) {
            throw new InvalidInputException("cert.old-encryption", file);
        }
        if (kind.startsWith("ENCRYPTED") && password.isEmpty()) {
            throw new InvalidInputException("cert.key-password", file);
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(body);
            PKCS8EncodedKeySpec encoded = switch (kind) {
                case "ENCRYPTED PRIVATE KEY" -> decrypted(der, password.orElseThrow());
                case "RSA PRIVATE KEY" -> new PKCS8EncodedKeySpec(wrapped(der, RSA));
                case "EC PRIVATE KEY" -> new PKCS8EncodedKeySpec(wrapped(der, algorithmOf(owner)));
                default -> new PKCS8EncodedKeySpec(der);
            };
            return KeyFactory.getInstance(owner.getAlgorithm()).generatePrivate(encoded);
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            // Not the cause: it may quote parts of the key.
            throw new InvalidInputException("cert.key-unusable", file);
        }
    }

    private static PKCS8EncodedKeySpec decrypted(byte[] der, Secret password)
            throws GeneralSecurityException, IOException {
        EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(der);
        // PBES2 prints its real name only with its parameters.
        String algorithm = info.getAlgParameters() == null
                ? info.getAlgName()
                : info.getAlgParameters().toString();
        SecretKeyFactory factory = SecretKeyFactory.getInstance(algorithm);
        Cipher cipher = Cipher.getInstance(algorithm);
        cipher.init(
                Cipher.DECRYPT_MODE,
                factory.generateSecret(new PBEKeySpec(password.reveal().toCharArray())),
                info.getAlgParameters());
        return info.getKeySpec(cipher);
    }

    /** PKCS#8 around an older form: version 0, the algorithm, the key as octets. */
    private static byte[] wrapped(byte[] key, byte[] algorithm) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(new byte[] {0x02, 0x01, 0x00});
        content.writeBytes(algorithm);
        content.writeBytes(der(0x04, key));
        return der(0x30, content.toByteArray());
    }

    /** The first part of the public key is its algorithm with the curve (RFC 5280 4.1.2.7). */
    private static byte[] algorithmOf(PublicKey owner) throws IOException {
        byte[] encoded = owner.getEncoded();
        int start = 2 + ((encoded[1] & 0x80) != 0 ? encoded[1] & 0x7f : 0);
        int length = encoded[start + 1];
        if (length < 0 || start + 2 + length > encoded.length) {
            throw new IOException("not a key on a named curve");
        }
        return Arrays.copyOfRange(encoded, start, start + 2 + length);
    }

    private static byte[] der(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else if (content.length < 0x100) {
            out.writeBytes(new byte[] {(byte) 0x81, (byte) content.length});
        } else {
            out.writeBytes(new byte[] {(byte) 0x82, (byte) (content.length >> 8), (byte) content.length});
        }
        out.writeBytes(content);
        return out.toByteArray();
    }
}
