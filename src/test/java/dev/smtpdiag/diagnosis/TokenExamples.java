package dev.smtpdiag.diagnosis;

import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Stage;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Access tokens that say themselves what is wrong with them. */
final class TokenExamples {

    /** An hour before and after the time at which walks begin. */
    private static final long PAST = Walk.TODAY.getEpochSecond() - 3600;

    private static final long FUTURE = Walk.TODAY.getEpochSecond() + 3600;

    private TokenExamples() {}

    static List<Example> all() {
        return List.of(
                refused("expired at Microsoft", "smtp.office365.com", "\"exp\":" + PAST)
                        .finds("token.expired")
                        .with("until", "2026-05-20 11:00:00 UTC")
                        .with("now", "2026-05-20 12:00:00 UTC")
                        .being(Confidence.CERTAIN)
                        .showing("microsoft")
                        .butNot("auth.rejected", "token.scope"),
                refused("expired at Google", "smtp.gmail.com", "\"exp\":" + PAST)
                        .finds("token.expired")
                        .showing("google")
                        .butNot("token.not-yet-valid"),
                refused("not yet valid", "mx.example.com", "\"exp\":" + FUTURE * 2 + ",\"nbf\":" + FUTURE)
                        .finds("token.not-yet-valid")
                        .with("from", "2026-05-20 13:00:00 UTC")
                        .being(Confidence.LIKELY)
                        .butNot("token.expired"),
                refused(
                                "for Microsoft Graph",
                                "smtp.office365.com",
                                "\"aud\":\"https://graph.microsoft.com\",\"scp\":\"Mail.Send\",\"exp\":" + FUTURE)
                        .finds("token.audience")
                        .showing("microsoft", "graph")
                        .butNot("token.scope"),
                refused("an ID token of Google", "smtp.gmail.com", "\"iss\":\"https://accounts.google.com\"")
                        .finds("token.audience")
                        .showing("identity"),
                refused(
                                "for IMAP",
                                "smtp.office365.com",
                                "\"aud\":\"https://outlook.office.com\",\"scp\":\"IMAP.AccessAsUser.All\"")
                        .finds("token.scope")
                        .showing("microsoft", "reading")
                        .butNot("token.audience"),
                refused("a narrow scope of Google", "smtp.gmail.com", "\"scope\":\"openid email\"")
                        .finds("token.scope")
                        .showing("google"),
                Example.of(
                                "expired, and nobody to ask",
                                login("mx.example.com", "\"exp\":" + PAST)
                                        .at(Stage.AUTH)
                                        .fails(Failure.NOT_OFFERED))
                        .finds("auth.not-offered")
                        .remarks("auth.suspect-login", "token.expired")
                        .showing("port-submission"),
                refused(
                                "a good one where a password is due",
                                "mx.example.com",
                                "\"aud\":\"https://outlook.office.com\",\"scp\":\"SMTP.Send\",\"exp\":" + FUTURE)
                        .finds("auth.rejected")
                        .showing("password-token", "unnamed", "provider-unknown")
                        .butNot("token.audience", "token.expired", "token.scope"));
    }

    private static Example refused(String name, String host, String claims) {
        return Example.of("token: " + name, login(host, claims).auth("535 5.7.3 Authentication unsuccessful"));
    }

    private static Walk login(String host, String claims) {
        return Walk.to(host + ":587")
                .login("alice@example.com", token(claims))
                .securedByStartTls("250-mx.example.com", "250 AUTH PLAIN XOAUTH2");
    }

    static String token(String claims) {
        return part("{\"typ\":\"JWT\",\"alg\":\"RS256\"}") + "." + part("{" + claims + "}") + ".c2lnbmF0dXJl";
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
