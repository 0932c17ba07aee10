package dev.smtpdiag.render;

import dev.smtpdiag.diagnosis.Confidence;
import dev.smtpdiag.diagnosis.Finding;
import dev.smtpdiag.diagnosis.Severity;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.plan.StopAfter;
import dev.smtpdiag.report.Report;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.Step;
import dev.smtpdiag.transcript.StepResult;
import dev.smtpdiag.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a report comes to: the most likely cause, the evidence, what to do, and what else it could be. */
final class VerdictText {

    private static final int INDENT = 2;
    private static final int MOST_EVIDENCE = 5;

    private final Theme theme;
    private final Messages messages;
    private final KnowledgeBase knowledge;
    private final int headingWidth;

    VerdictText(Theme theme, Messages messages, KnowledgeBase knowledge) {
        this.theme = theme;
        this.messages = messages;
        this.knowledge = knowledge;
        int longest = 0;
        for (String key : List.of("verdict.evidence", "verdict.do", "verdict.else")) {
            longest = Math.max(longest, TextWidth.of(messages.get(key)));
        }
        this.headingWidth = INDENT + longest + 2;
    }

    void append(Report report, TextBuffer text) {
        Optional<Finding> verdict = report.diagnosis().verdict();
        if (verdict.isPresent()) {
            cause(verdict.get(), report.transcript(), text);
        } else if (report.exit().code().number() == 0) {
            boolean spotless =
                    report.diagnosis().findings().stream().allMatch(finding -> finding.severity() == Severity.INFO);
            String key = spotless ? "verdict.none" : "verdict.works";
            text.paragraph(messages.get(key, String.join(", ", whatWorks(report))), 0);
            text.blank();
        }
        report.diagnosis()
                .crashes()
                .forEach(crash -> text.paragraph(messages.get("verdict.crashed", crash.rule()), 0)
                        .blank());
        List<Finding> others = report.diagnosis().findings().stream()
                .filter(finding ->
                        verdict.isEmpty() || !finding.id().equals(verdict.get().id()))
                .toList();
        if (!others.isEmpty()) {
            also(others, text);
        }
    }

    private void cause(Finding finding, Transcript transcript, TextBuffer text) {
        FindingWords words = FindingWords.of(finding, knowledge, messages);
        title(words.title(), finding.id(), text);
        if (words.standIn()) {
            text.paragraph(messages.get("verdict.only-english"), INDENT);
        }
        for (String paragraph : words.summary()) {
            text.paragraph(paragraph, INDENT);
        }
        if (finding.confidence() != Confidence.CERTAIN) {
            text.paragraph(messages.get("verdict." + finding.confidence().id()), INDENT);
        }
        text.blank();
        evidence(finding, transcript, text);
        items("verdict.do", words.remedies(), true, text);
        items("verdict.else", words.alternatives(), false, text);
        text.blank();
    }

    private void title(String title, String id, TextBuffer text) {
        List<String> lines = TextWidth.wrap(title, text.width());
        for (int i = 0; i < lines.size() - 1; i++) {
            text.line(theme.strong(lines.get(i)));
        }
        String last = lines.get(lines.size() - 1);
        int gap = text.width() - TextWidth.of(last) - id.length();
        if (gap >= 2) {
            text.line(theme.strong(last) + " ".repeat(gap) + theme.faint(id));
        } else {
            text.line(theme.strong(last));
            text.line(theme.faint(TextWidth.padLeft(id, text.width())));
        }
    }

    private void evidence(Finding finding, Transcript transcript, TextBuffer text) {
        String heading = heading("verdict.evidence");
        for (int number : finding.evidence().stream().limit(MOST_EVIDENCE).toList()) {
            String content = TranscriptText.content(transcript, number, messages);
            String line = TextWidth.pad(messages.get("verdict.line", number), 8) + " " + content;
            text.line(heading + TextWidth.cut(line, text.width() - headingWidth, theme.ellipsis()));
            heading = " ".repeat(headingWidth);
        }
    }

    private void items(String key, List<String> items, boolean numbered, TextBuffer text) {
        String heading = heading(key);
        int number = 1;
        for (String item : items) {
            String mark = numbered ? number + ". " : "";
            text.hanging(heading + mark, headingWidth + mark.length(), item);
            heading = " ".repeat(headingWidth);
            number++;
        }
    }

    private String heading(String key) {
        String word = messages.get(key);
        return " ".repeat(INDENT) + theme.strong(word) + " ".repeat(headingWidth - INDENT - TextWidth.of(word));
    }

    private void also(List<Finding> findings, TextBuffer text) {
        text.line(theme.strong(messages.get("verdict.also")));
        for (Finding finding : findings) {
            FindingWords words = FindingWords.of(finding, knowledge, messages);
            String sign = finding.severity() == Severity.INFO ? theme.skipSign() : theme.warnSign();
            String advice =
                    words.remedies().isEmpty() ? "" : " " + words.remedies().get(0);
            text.hanging("  " + sign + " ", 4, words.title() + advice);
        }
        text.blank();
    }

    private List<String> whatWorks(Report report) {
        Transcript transcript = report.transcript();
        List<String> works = new ArrayList<>();
        if (passed(transcript, Stage.AUTH)) {
            works.add(messages.get("verdict.none-login"));
        }
        if (passed(transcript, Stage.RCPT)) {
            works.add(messages.get("verdict.none-recipients"));
        } else if (passed(transcript, Stage.MAIL)) {
            works.add(messages.get("verdict.none-sender"));
        }
        if (works.isEmpty()) {
            works.add(messages.get("verdict.none-answers"));
        }
        Optional<Event.TlsEstablished> tls = transcript.first(Event.TlsEstablished.class);
        if (tls.isPresent()) {
            works.add(
                    messages.get("verdict.none-tls", TlsText.protocol(tls.get().protocol())));
        } else if (report.plan().stopAfter().includes(StopAfter.TLS)) {
            works.add(messages.get("verdict.none-clear"));
        }
        transcript
                .first(Event.CertificateJudged.class)
                .filter(judged -> judged.problems().isEmpty())
                .ifPresent(judged ->
                        works.add(messages.get("verdict.none-certificate", CertificateText.daysLeft(judged))));
        return works;
    }

    private static boolean passed(Transcript transcript, Stage stage) {
        return transcript
                .step(stage)
                .map(Step::result)
                .filter(StepResult::isPassed)
                .isPresent();
    }
}
