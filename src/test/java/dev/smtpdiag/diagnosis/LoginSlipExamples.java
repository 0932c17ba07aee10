package dev.smtpdiag.diagnosis;

import dev.smtpdiag.plan.StopAfter;
import java.util.ArrayList;
import java.util.List;

/** Slips in user name and password: refused, taken, and never tried. */
final class LoginSlipExamples {

    private static final String HOST = "mx.example.com";
    private static final String USER = "alice@example.com";
    private static final String GOOD = "canary-Pa55word";
    private static final String AWS_SECRET = "0123456789abcdefghijABCDEFGHIJ/+01234567";

    private record Slip(String guard, String host, String user, String password) {}

    private static final List<Slip> SLIPS = List.of(
            new Slip("password-unexpanded", HOST, USER, "${SMTP_PASSWORD}"),
            new Slip("user-unexpanded", HOST, "$SMTP_USER", GOOD),
            new Slip("password-mask", HOST, USER, "\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022"),
            new Slip("password-line-end", HOST, USER, GOOD + "\n"),
            new Slip("password-space", HOST, USER, " " + GOOD),
            new Slip("user-space", HOST, USER + " ", GOOD),
            new Slip("password-quoted", HOST, USER, "\"" + GOOD + "\""),
            new Slip("user-quoted", HOST, "'" + USER + "'", GOOD),
            new Slip("user-fixed", "smtp.sendgrid.net", USER, "SG.0123.456789"),
            new Slip("user-needs-domain", "smtp.gmail.com", "alice", "abcdefghijklmnop"),
            new Slip("user-not-key", "in-v3.mailjet.com", USER, "0123456789abcdef0123456789abcdef"),
            new Slip("aws-secret-key", "email-smtp.eu-west-1.amazonaws.com", "AKIA0123456789ABCDEF", AWS_SECRET),
            new Slip("password-form", "smtp.gmail.com", USER, GOOD),
            new Slip("password-encoded", HOST, USER, "p%40ssw0rd"),
            new Slip("user-encoded", HOST, "alice%40example.com", GOOD),
            new Slip("password-token", HOST, USER, "ya29." + "a0AfB_by".repeat(8)),
            new Slip("password-url", HOST, USER, "https://mail.example.com/"),
            new Slip("password-address", HOST, USER, "bob@example.com"),
            new Slip("password-invisible", HOST, USER, "pass\u00a0word"),
            new Slip("password-prohibited", HOST, USER, "pass\u0007word"));

    private LoginSlipExamples() {}

    static List<Example> all() {
        List<Example> all = new ArrayList<>();
        for (Slip slip : SLIPS) {
            all.add(refused(slip));
            all.add(neverTried(slip));
        }
        all.addAll(refusedByGuess());
        all.addAll(byProvider());
        all.addAll(taken());
        return all;
    }

    private static Example refused(Slip slip) {
        List<String> guards = new ArrayList<>(List.of(slip.guard, "unnamed", kind(slip.host)));
        return Example.of(slip.guard + ", refused", secured(slip).auth("535 5.7.8 Authentication failed"))
                .finds("auth.rejected")
                .with("slips", slip.guard)
                .showing(guards.toArray(new String[0]))
                .butNot("auth.suspect-login");
    }

    private static Example neverTried(Slip slip) {
        return Example.of(slip.guard + ", not tried", secured(slip).stopAfter(StopAfter.EHLO))
                .remarks("auth.suspect-login")
                .with("slips", slip.guard)
                .showing(slip.guard, "not-judged")
                .butNot("auth.rejected");
    }

    private static String kind(String host) {
        return switch (host) {
            case "smtp.sendgrid.net" -> "wants-api-key";
            case "smtp.gmail.com" -> "wants-app-password";
            case "in-v3.mailjet.com", "email-smtp.eu-west-1.amazonaws.com" -> "wants-smtp-key";
            default -> "provider-unknown";
        };
    }

    private static List<Example> refusedByGuess() {
        return List.of(
                refused(new Slip("password-changes", HOST, USER, "pass\u2460word")),
                refused(new Slip("not-ascii", HOST, USER, "p\u00e4ssw\u00f6rd\u20ac")),
                refused(new Slip("password-base64", HOST, USER, "V29uZGVyLUxhbmQtNDI=")),
                refused(new Slip("user-without-domain", HOST, "alice", GOOD)));
    }

    private static List<Example> byProvider() {
        return List.of(
                Example.of(
                                "a provider without passwords",
                                secured(new Slip("", "smtp-mail.outlook.com", USER, GOOD))
                                        .auth("535 5.7.139 Authentication unsuccessful"))
                        .finds("auth.rejected")
                        .with("provider", "Outlook.com")
                        .showing("unnamed", "wants-token"),
                Example.of(
                                "a provider that takes the password of the mailbox, known by its greeting",
                                Walk.to("localhost:2587")
                                        .login(USER, GOOD)
                                        .connected()
                                        .greeting("220 smtp.strato.de ESMTP")
                                        .ehlo("250-mx.example.com", "250 STARTTLS")
                                        .startTls("220 2.0.0 Ready")
                                        .secured()
                                        .ehloUnderTls("250-mx.example.com", "250 AUTH PLAIN")
                                        .auth("535 5.7.8 No"))
                        .finds("auth.rejected")
                        .with("provider-id", "strato")
                        .showing("unnamed", "wants-account"),
                Example.of(
                                "what the reply says comes after a sure slip",
                                secured(new Slip("", "smtp.gmail.com", USER, GOOD))
                                        .auth("534 5.7.9 Application-specific password required"))
                        .finds("auth.rejected")
                        .with("slips", "password-form")
                        .showing("password-form", "app-password"));
    }

    private static List<Example> taken() {
        return List.of(
                Example.of(
                                "a fragile password that works",
                                secured(new Slip("", HOST, USER, "p\u00e4sswort "))
                                        .auth("235 2.7.0 Welcome"))
                        .remarks("auth.suspect-login")
                        .with("slips", "password-space")
                        .showing("password-space", "works"),
                Example.of(
                                "a password with another normal form that works",
                                secured(new Slip("", HOST, USER, "pass\u2460word"))
                                        .auth("235 2.7.0 Welcome"))
                        .remarks("auth.suspect-login")
                        .showing("password-changes", "works"),
                Example.of(
                                "an odd password that works as it is",
                                secured(new Slip("", HOST, USER, "p%40ssw0rd")).auth("235 2.7.0 Welcome"))
                        .butNot("auth.suspect-login"),
                Example.of(
                                "a password that looks odd, and nobody to ask",
                                Walk.to("mx.example.com:587")
                                        .login(USER, "$SMTP_PASSWORD")
                                        .unresolved("no such host"))
                        .finds("name.not-found")
                        .remarks("auth.suspect-login"));
    }

    private static Walk secured(Slip slip) {
        return Walk.to(slip.host + ":587")
                .login(slip.user, slip.password)
                .securedByStartTls("250-mx.example.com", "250 AUTH PLAIN");
    }
}
