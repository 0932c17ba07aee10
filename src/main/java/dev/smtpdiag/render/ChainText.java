package dev.smtpdiag.render;

import dev.smtpdiag.language.Messages;
import dev.smtpdiag.transcript.CertificateFacts;
import dev.smtpdiag.transcript.Event;
import java.time.ZoneOffset;
import java.util.List;

/** Every certificate of a chain with what identifies it, for those who want to compare or pin it. */
final class ChainText {

    private static final int INDENT = 2;
    private static final int MOST = 10;
    private static final int MOST_NAMES = 20;

    private final Theme theme;
    private final Messages messages;

    ChainText(Theme theme, Messages messages) {
        this.theme = theme;
        this.messages = messages;
    }

    void append(Event.CertificateJudged judged, TextBuffer text) {
        List<CertificateFacts> chain = judged.chain();
        for (int i = 0; i < Math.min(MOST, chain.size()); i++) {
            certificate(i + 1, chain.get(i), text);
        }
        text.blank();
    }

    private void certificate(int position, CertificateFacts facts, TextBuffer text) {
        text.line(theme.strong(messages.get("chain.certificate", position, Neutral.text(facts.subjectName()))));
        item("chain.issuer", facts.issuerName(), text);
        String from = facts.notBefore().atZone(ZoneOffset.UTC).toLocalDate().toString();
        String until = facts.notAfter().atZone(ZoneOffset.UTC).toLocalDate().toString();
        text.paragraph(messages.get("chain.validity", from, until), INDENT);
        if (!facts.names().isEmpty()) {
            List<String> shown =
                    facts.names().subList(0, Math.min(MOST_NAMES, facts.names().size()));
            String more = shown.size() < facts.names().size() ? ", …" : "";
            item("chain.names", String.join(", ", shown) + more, text);
        }
        item("chain.key", facts.key() + ", " + facts.signature(), text);
        item("chain.fingerprint", facts.sha256(), text);
        if (!facts.pin().isEmpty()) {
            item("chain.pin", "sha256//" + facts.pin(), text);
        }
    }

    private void item(String key, String value, TextBuffer text) {
        text.paragraph(messages.get(key, Neutral.text(value)), INDENT);
    }
}
