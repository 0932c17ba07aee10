package dev.smtpdiag.render;

import dev.smtpdiag.diagnosis.Case;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.kb.MailService;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.report.Exit;
import dev.smtpdiag.report.Report;
import dev.smtpdiag.smtp.Reply;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A report for a person: the walk, the verdict, and the exit code. */
public final class ReportText {

    private static final int INDENT = 2;
    private static final int LABEL_WIDTH = 12;
    private static final int TIME_WIDTH = 8;
    private static final int NARROWEST = 10;

    private final Theme theme;
    private final int width;
    private final Messages messages;
    private final Quantities quantities;
    private final KnowledgeBase knowledge;

    /**
     * @param width columns to fill
     */
    public ReportText(Theme theme, int width, Messages messages, KnowledgeBase knowledge) {
        this.theme = theme;
        this.width = width;
        this.messages = messages;
        this.quantities = new Quantities(messages.language());
        this.knowledge = knowledge;
    }

    /**
     * @param transcript whether to print the whole dialogue, too
     * @param exitKey how the exit code is introduced, {@code exit.line} or {@code exit.would}
     */
    public String render(Report report, boolean transcript, String exitKey) {
        TextBuffer text = new TextBuffer(width);
        header(report, text);
        if (transcript) {
            new TranscriptText(messages, theme).lines(report.transcript()).forEach(text::line);
            text.blank();
            report.transcript()
                    .first(Event.CertificateJudged.class)
                    .ifPresent(judged -> new ChainText(theme, messages).append(judged, text));
        }
        walk(report, text);
        text.blank();
        new VerdictText(theme, messages, knowledge).append(report, text);
        text.paragraph(exitLine(report.exit(), exitKey), 0);
        return text.toString();
    }

    private String exitLine(Exit exit, String key) {
        String meaning = messages.get("exit." + exit.code().number());
        return messages.get(key, exit.code().number(), exit.code().id(), meaning);
    }

    private void header(Report report, TextBuffer text) {
        String target = report.plan().target().toString();
        String address = report.transcript()
                .first(Event.Connected.class)
                .map(connected -> connected.endpoint().address())
                .orElse("");
        int count = report.transcript()
                .first(Event.AddressesResolved.class)
                .map(resolved -> resolved.addresses().size())
                .orElse(0);
        String detail = address;
        if (!address.isEmpty() && count > 1) {
            detail = address + " (" + messages.get("row.address-of", 1, count) + ")";
        }
        if (report.exit().code().number() != 0) {
            // Who runs the server matters once something is wrong, and costs a look into a table.
            Optional<MailService> service = new Case(report.plan(), report.transcript(), report.startedAt()).service();
            if (service.isPresent()) {
                String name = service.get().name();
                detail = detail.isEmpty() ? name : detail + theme.dot() + name;
            }
        }
        text.line(theme.strong(target) + (detail.isEmpty() ? "" : "   " + theme.faint(detail)));
        text.blank();
    }

    private void walk(Report report, TextBuffer text) {
        int textColumn = INDENT + 2 + LABEL_WIDTH;
        int textWidth = Math.max(NARROWEST, width - textColumn - TIME_WIDTH);
        for (Row row : withExplanations(report, textWidth)) {
            String time = row.took().map(quantities::duration).orElse("");
            String label = TextWidth.pad(row.label(), LABEL_WIDTH - 1) + " ";
            List<String> lines = TextWidth.wrap(row.text(), textWidth + LABEL_WIDTH - TextWidth.of(label));
            int padding = width - textColumn - TIME_WIDTH + LABEL_WIDTH - TextWidth.of(label);
            text.line(" ".repeat(INDENT) + sign(row.sign()) + " " + label + TextWidth.pad(lines.get(0), padding)
                    + theme.faint(TextWidth.padLeft(time, TIME_WIDTH)));
            lines.subList(1, lines.size()).forEach(line -> text.line(" ".repeat(textColumn) + line));
            for (String note : row.notes()) {
                TextWidth.wrap(note, width - textColumn)
                        .forEach(line -> text.line(" ".repeat(textColumn) + theme.faint(line)));
            }
        }
    }

    /** Under a reply that ended the walk stands what it means. */
    private List<Row> withExplanations(Report report, int textWidth) {
        List<Row> rows = new ArrayList<>();
        Optional<Reply> refusal =
                report.transcript().firstFailure().flatMap(Step::reply).filter(r -> !r.isPositive());
        boolean explained = false;
        for (Row row : new WalkRows(report.transcript(), theme, messages, textWidth).rows()) {
            boolean own = !explained
                    && refusal.isPresent()
                    && row.sign() == Row.Sign.BAD
                    && row.text().equals(Neutral.text(refusal.get().oneLine()));
            explained |= own;
            rows.add(own ? row.withNotes(List.of(knowledge.oneLine(refusal.get()))) : row);
        }
        return rows;
    }

    private String sign(Row.Sign sign) {
        return switch (sign) {
            case GOOD -> theme.goodSign();
            case WARN -> theme.warnSign();
            case BAD -> theme.badSign();
            case SKIP -> theme.skipSign();
        };
    }
}
