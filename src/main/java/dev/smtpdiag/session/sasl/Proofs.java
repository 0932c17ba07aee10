package dev.smtpdiag.session.sasl;

import dev.smtpdiag.smtp.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a response proves the password with. Whoever sees it can try passwords against it, so that it is as secret as they
 * are.
 */
public final class Proofs {

    private static final Pattern SCRAM = Pattern.compile(",p=(.+)$");
    private static final Pattern DIGEST = Pattern.compile("response=\"?([0-9a-fA-F]+)");
    private static final Pattern CRAM = Pattern.compile(" ([0-9a-f]+)$");

    private Proofs() {}

    /**
     * The proofs in a response.
     *
     * @param response in base64
     */
    public static List<Secret> in(String mechanism, String response) {
        if (mechanism.equals("PLAIN") || mechanism.equals("LOGIN") || response.length() < 4) {
            return List.of(); // nothing but the password, which is known to be secret
        }
        if (mechanism.equals("NTLM") || mechanism.equals("GSSAPI")) {
            return List.of(Secret.of(response));
        }
        Pattern pattern = mechanism.startsWith("SCRAM-") ? SCRAM : mechanism.equals("CRAM-MD5") ? CRAM : DIGEST;
        String text = new String(Base64.getDecoder().decode(response), StandardCharsets.UTF_8);
        Matcher proof = pattern.matcher(text);
        return proof.find() ? List.of(Secret.of(proof.group(1)), Secret.of(response)) : List.of();
    }
}
