package dev.smtpdiag.diagnosis.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.smtpdiag.kb.MailService;
import dev.smtpdiag.kb.MailServices;
import dev.smtpdiag.plan.Credentials;
import dev.smtpdiag.smtp.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Slips are found, and ordinary logins have none. */
class LoginLintTest {

    private static final String USER = "alice@example.com";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Wonder-Land-42",
                "correct horse battery staple",
                "p@ss\"w0rd' $x %41 +&",
                "$ecret1",
                "$2y$10$abcdefghijk",
                "100%sure%",
                "50%25off now",
                "{curly}",
                "a'b'c",
                "xxX",
                "<3 mail",
                "http",
                "me@home",
                "eyJust.kidding",
                "SG.abc.def",
                "abcdefghijklmnop",
                "AbCdEfGhIjKl",
                "'",
                "\"\"",
            })
    void ordinaryPasswordsAreNotSuspected(String password) {
        assertEquals(List.of(), slips(USER, password, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$SMTP_PASSWORD",
                "${SMTP_PASSWORD}",
                "${smtp.password:-}",
                "$(SmtpPassword)",
                "$env:SMTP_PASSWORD",
                "%SMTP_PASSWORD%",
                "${{ secrets.SMTP_PASSWORD }}",
                "{{ smtp_password }}",
                "{{smtp_password}}",
                "<%= ENV['PW'] %>",
                "ENC(abcdef0123)",
                "{cipher}0123abcd",
                "op://vault/item/password",
                "arn:aws:secretsmanager:eu-west-1:1:secret:smtp",
                "@Microsoft.KeyVault(SecretUri=x)",
            })
    void placeholdersAreSeen(String password) {
        assertEquals("password-unexpanded", slips(USER, password, "").get(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"********", "\u2022\u2022\u2022\u2022", "xxxxxxxx", "<password>", "YOUR_API_KEY", "your-password"
            })
    void masksAreSeen(String password) {
        assertEquals(List.of("password-mask"), slips(USER, password, ""));
    }

    @Test
    void edgesAndQuotesAreSeen() {
        assertEquals(List.of("password-line-end"), slips(USER, "secret\n", ""));
        assertEquals(List.of("password-line-end"), slips(USER, "secret\r\n", ""));
        assertEquals(List.of("password-line-end", "password-space"), slips(USER, " secret\n", ""));
        assertEquals(List.of("password-space"), slips(USER, "secret\t", ""));
        assertEquals(List.of("password-quoted"), slips(USER, "\"secret\"", ""));
        assertEquals(
                List.of("password-quoted"),
                slips(USER, "\u201Csecret\u201D", "").subList(0, 1));
        assertEquals(List.of("password-line-end", "password-quoted"), slips(USER, "'secret'\n", ""));
        assertEquals(List.of("user-space"), slips(" " + USER, "secret", ""));
        assertEquals(List.of("user-quoted"), slips("\"" + USER + "\"", "secret", ""));
    }

    @Test
    void encodingsAreSeen() {
        assertEquals(List.of("password-encoded"), slips(USER, "p%40ss", ""));
        assertEquals(List.of("password-encoded"), slips(USER, "p%C3%A4ss", ""));
        assertEquals(List.of(), slips(USER, "p%C3ss", ""), "no UTF-8");
        assertEquals(List.of(), slips(USER, "p%40ss word", ""), "an encoder would have replaced the space");
        assertEquals(List.of("user-encoded"), slips("alice%40example.com", "secret", ""));
        assertEquals(List.of("password-base64"), slips(USER, "V29uZGVyLUxhbmQtNDI=", ""));
        assertEquals(List.of("password-token"), slips(USER, "eyJhbGciOiJSUzI1NiJ9.eyJhIjoxfQ.c2ln", ""));
    }

    @Test
    void whatPeopleDoNotSeeIsSeen() {
        assertEquals(List.of("password-invisible"), slips(USER, "secret\u00a0", ""));
        assertEquals(List.of("password-invisible"), slips(USER, "\ufeffsecret", ""));
        assertEquals(List.of("password-prohibited"), slips(USER, "sec\u0001ret", ""));
        assertEquals(List.of("password-prohibited"), slips(USER, "sec\ue000ret", ""));
        assertEquals(List.of("password-prohibited"), slips(USER, "sec\ud800ret", ""), "half a character");
        assertEquals(List.of("password-changes"), slips(USER, "\u2460secret", ""));
        assertEquals(List.of("password-changes"), slips(USER, "a\u0308", ""));
        assertEquals(List.of("not-ascii"), slips(USER, "p\u00e4ssw\u00f6rd\u20ac", ""));
        assertEquals(List.of("not-ascii"), slips("\u00e4lice@example.com", "secret", ""));
    }

    @Test
    void theProviderDecidesAboutUserNames() {
        assertEquals(List.of("user-without-domain"), slips("alice", "secret", ""));
        assertEquals(List.of(), slips("DOMAIN\\alice", "secret", ""));
        assertEquals(List.of("user-needs-domain"), slips("alice", "abcdefghijklmnop", "gmail"));
        assertEquals(List.of(), slips("alice", "secret", "free"), "any form is fine here");
        assertEquals(List.of("user-fixed"), slips(USER, "SG.a.b", "sendgrid"));
        assertEquals(List.of("user-fixed"), slips("APIKEY", "SG.a.b", "sendgrid"));
        assertEquals(List.of(), slips("apikey", "SG.a.b", "sendgrid"));
        assertEquals(List.of("user-not-key"), slips(USER, "0123456789abcdef0123456789abcdef", "mailjet"));
        assertEquals(List.of("user-unexpanded"), slips("${USER}", "abcdefghijklmnop", "gmail"));
    }

    @Test
    void theProviderDecidesAboutPasswords() {
        assertEquals(List.of("password-form"), slips(USER, "Wonder-Land-42", "gmail"));
        assertEquals(List.of(), slips(USER, "abcd efgh ijkl mnop", "gmail"));
        assertEquals(List.of("password-space"), slips(USER, "abcd efgh ijkl mnop ", "gmail"), "told once");
        assertEquals(List.of("password-unexpanded"), slips(USER, "$GMAIL_PASSWORD", "gmail"), "told once");
        assertEquals(List.of("password-form"), slips("apikey", "xkeysib-0123", "sendgrid"));
        String awsSecret = "0123456789abcdefghijABCDEFGHIJ/+01234567";
        assertEquals(List.of("aws-secret-key"), slips("AKIA0123456789ABCDEF", awsSecret, "amazon-ses"));
        assertEquals(List.of(), slips(USER, awsSecret, ""), "only where SES is meant");
        assertEquals(List.of("password-form"), slips("AKIA0123456789ABCDEF", "secret", "amazon-ses"));
        assertEquals(List.of(), slips("AKIA0123456789ABCDEF", "BA" + "x".repeat(42), "amazon-ses"));
    }

    @Test
    void longAndHostileTextTakesLittleTime() {
        for (String text : List.of("%40", "${", "<", "a@", "eyJ.", "((", "\u0308", "%A", "aaaa", "{{")) {
            String much = text.repeat(60_000 / text.length());
            assertTimeoutPreemptively(Duration.ofSeconds(5), () -> slips(much, much, "gmail"));
        }
    }

    private static List<String> slips(String user, String password, String service) {
        Optional<MailService> known =
                service.isEmpty() ? Optional.empty() : MailServices.load().named(service);
        return LoginLint.of(new Credentials(user, Secret.of(password)), known).stream()
                .map(Slip::id)
                .toList();
    }
}
