package dev.smtpdiag.simulate;

import java.util.ArrayList;
import java.util.List;

/** The scenario of a server on which everything works: every login, every sender, every recipient. */
public final class FriendlyServer {

    private static final List<String> EXTENSIONS =
            List.of("PIPELINING", "SIZE 52428800", "ENHANCEDSTATUSCODES", "8BITMIME", "SMTPUTF8", "CHUNKING");

    private static final String LOGINS = "AUTH PLAIN LOGIN";

    private FriendlyServer() {}

    /**
     * @param tls {@code STARTTLS}, {@code IMPLICIT} or {@code NONE}
     * @param certificate that it shows
     * @param title for logs and lists
     */
    public static Scenario of(ClientWishes.Tls tls, CertificateKind certificate, String title) {
        List<String> lines = new ArrayList<>(List.of("title: " + title, "account: */*", "--", "connect"));
        if (tls == ClientWishes.Tls.IMPLICIT) {
            lines.add("  tls " + certificate.id());
        }
        lines.add("  < 220 mx.example.com ESMTP");
        boolean startTls = tls == ClientWishes.Tls.STARTTLS;
        hello(lines, "EHLO", startTls ? "STARTTLS" : LOGINS);
        if (startTls) {
            lines.addAll(List.of("STARTTLS", "  < 220 2.0.0 Ready to start TLS", "  tls " + certificate.id()));
            hello(lines, "EHLO over TLS", LOGINS);
            lines.addAll(List.of("AUTH in clear", "  < 530 5.7.0 Must issue a STARTTLS command first"));
            lines.addAll(List.of("STARTTLS over TLS", "  < 503 5.5.1 Error: TLS already active"));
        }
        lines.addAll(List.of("AUTH", "  login", "BDAT", "  chunk", "  < 250 2.0.0 Ok"));
        return ScenarioParser.parse("friendly", String.join("\n", lines));
    }

    private static void hello(List<String> lines, String trigger, String extension) {
        lines.addAll(List.of(trigger, "  < 250-mx.example.com"));
        EXTENSIONS.forEach(each -> lines.add("  < 250-" + each));
        lines.add("  < 250 " + extension);
    }
}
