package dev.smtpdiag.smtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChallengeTest {

    private static final String NTLM = "TlRMTVNTUAACAAAADgAOADgAAAAVgoniAQIDBAUGBwgAAAAAAAAAAA==";

    private static Challenge read(String mechanism, String decoded) {
        String coded = Base64.getEncoder().encodeToString(decoded.getBytes(StandardCharsets.UTF_8));
        return Challenge.read(mechanism, coded).orElseThrow();
    }

    @Test
    void promptsAndWhatIsToBeSigned() {
        assertEquals(Map.of("text", "User Name"), read("LOGIN", "User Name\0").facts());
        assertEquals(
                Map.of("text", "<1896.69@x>"), read("CRAM-MD5", "<1896.69@x>").facts());
        assertEquals(Optional.empty(), Challenge.read("PLAIN", ""));
        assertEquals(
                Challenge.Kind.NOT_BASE64,
                Challenge.read("LOGIN", "Username:").orElseThrow().kind());
    }

    @Test
    void theTermsOfScramButNoSaltAndNoNonce() {
        Challenge terms = read("SCRAM-SHA-256", "r=abcdef,s=QSXCR+Q6sek8bf92,i=4096");
        assertEquals(Map.of("iterations", "4096", "saltLength", "12"), terms.facts());
        assertFalse(terms.toString().contains("QSXCR"));
        assertEquals(
                Map.of(),
                read("SCRAM-SHA-256", "v=rmF9pqV8S7suAoZWja4dJRkFsKQ=").facts());
        assertEquals(
                Map.of("error", "invalid-proof"),
                read("SCRAM-SHA-1", "e=invalid-proof").facts());
    }

    @Test
    void theTermsOfDigest() {
        Challenge terms = read(
                "DIGEST-MD5",
                "realm=\"a.example\",nonce=\"OA6MG9\",qop=\"auth,auth-int\",algorithm=md5-sess,charset=utf-8");
        assertEquals(
                Map.of("realm", "a.example", "qop", "auth,auth-int", "algorithm", "md5-sess", "charset", "utf-8"),
                terms.facts());
        assertEquals(
                Challenge.Kind.DIGEST_PROOF,
                read("DIGEST-MD5", "rspauth=ea40f6").kind());
    }

    @Test
    void whyATokenIsRefused() {
        Challenge google = read("XOAUTH2", "{\"status\":\"400\",\"schemes\":\"Bearer\",\"scope\":\"https://m/\"}");
        assertEquals(Map.of("status", "400", "schemes", "Bearer", "scope", "https://m/"), google.facts());
        assertEquals(
                Map.of("status", "401"),
                read("XOAUTH2", "{ \"status\" : 401, \"x\": \"y\" }").facts());
        Challenge escaped = read("OAUTHBEARER", "{\"status\":\"a\\u0041\",\"scope\":\"s\"}");
        assertEquals(Map.of("scope", "s"), escaped.facts());
    }

    @Test
    void anNtlmChallengeThatIsCutOff() {
        Challenge cut = Challenge.read("NTLM", NTLM).orElseThrow();
        assertEquals(Challenge.Kind.NTLM, cut.kind());
        assertEquals(Map.of(), cut.facts());
    }

    @Test
    void nothingThatAServerSendsIsAnException() {
        Random random = new Random(4954);
        for (int i = 0; i < 2000; i++) {
            byte[] octets = new byte[random.nextInt(90)];
            random.nextBytes(octets);
            byte[] start = Base64.getDecoder().decode(NTLM);
            System.arraycopy(start, 0, octets, 0, Math.min(octets.length, random.nextInt(start.length)));
            for (String mechanism : new String[] {"NTLM", "SCRAM-SHA-1", "DIGEST-MD5", "XOAUTH2", "GSSAPI", "LOGIN"}) {
                Optional<Challenge> read =
                        Challenge.read(mechanism, Base64.getEncoder().encodeToString(octets));
                assertTrue(read.isPresent() || octets.length == 0);
            }
        }
    }
}
