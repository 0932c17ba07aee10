package dev.smtpdiag.render;

import dev.smtpdiag.diagnosis.Finding;
import dev.smtpdiag.diagnosis.Severity;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.plan.TlsMode;
import dev.smtpdiag.scan.Gap;
import dev.smtpdiag.scan.TlsScan;
import java.util.List;

/** A scan for a person: tables of what is accepted, then what that means and what to do. */
public final class ScanText {

    private static final int INDENT = 2;
    private static final int UNDER_SIGN = 4;

    private final Theme theme;
    private final int width;
    private final Messages words;
    private final Messages reports;
    private final KnowledgeBase knowledge;

    /**
     * @param width columns to fill
     * @param words of scans
     * @param reports words of reports, for the exit code
     */
    public ScanText(Theme theme, int width, Messages words, Messages reports, KnowledgeBase knowledge) {
        this.theme = theme;
        this.width = width;
        this.words = words;
        this.reports = reports;
        this.knowledge = knowledge;
    }

    /** The whole text; of a scan that found something to show. */
    public String render(ScanReport report) {
        TextBuffer text = new TextBuffer(width);
        TlsScan scan = report.scan().orElseThrow();
        String mode = words.get(scan.plan().tlsMode() == TlsMode.IMPLICIT ? "mode.implicit" : "mode.starttls");
        String target = scan.plan().target().toString();
        String detail = scan.endpoint().address() + theme.dot() + mode;
        if (TextWidth.of(target) + 3 + TextWidth.of(detail) <= width) {
            text.line(theme.strong(target) + "   " + theme.faint(detail));
        } else {
            text.line(theme.strong(target)).line(theme.faint(detail));
        }
        new ScanTables(theme, words).append(scan, text);
        findings(report.findings(), text);
        gaps(scan.gaps(), text);
        text.blank();
        text.paragraph(
                scan.setbacks() == 0
                        ? words.get("connections", scan.connections())
                        : words.get("connections.setbacks", scan.connections(), scan.setbacks()),
                0);
        int code = report.exit().code().number();
        text.paragraph(reports.get("exit.line", code, report.exit().code().id(), words.get("exit." + code)), 0);
        return text.toString();
    }

    private void findings(List<Finding> findings, TextBuffer text) {
        text.blank();
        if (findings.isEmpty()) {
            text.paragraph(words.get("finding.none"), 0);
            return;
        }
        text.line(theme.strong(words.get("heading.findings")));
        for (Finding finding : findings) {
            FindingWords said = FindingWords.of(finding, knowledge, reports);
            title(finding, said, text);
            said.summary().forEach(paragraph -> text.paragraph(paragraph, UNDER_SIGN));
            int number = 1;
            for (String remedy : said.remedies()) {
                String mark = number + ". ";
                text.hanging(" ".repeat(UNDER_SIGN) + mark, UNDER_SIGN + mark.length(), remedy);
                number++;
            }
        }
    }

    private void title(Finding finding, FindingWords said, TextBuffer text) {
        List<String> lines = TextWidth.wrap(said.title(), width - UNDER_SIGN);
        String heading = " ".repeat(INDENT) + sign(finding.severity()) + " ";
        for (String line : lines) {
            text.line(heading + theme.strong(line));
            heading = " ".repeat(UNDER_SIGN);
        }
        text.line(heading + theme.faint(finding.id()));
    }

    private void gaps(List<Gap> gaps, TextBuffer text) {
        if (gaps.isEmpty()) {
            return;
        }
        text.blank();
        text.line(theme.strong(words.get("heading.gaps")));
        for (Gap gap : gaps) {
            String about = gap.about().isEmpty() ? "" : gap.about() + ": ";
            String line = about + words.get("gap.what." + gap.what()) + " ("
                    + words.get("gap.reason." + gap.reason().id()) + ")";
            text.hanging(" ".repeat(INDENT) + theme.skipSign() + " ", UNDER_SIGN, line);
        }
    }

    private String sign(Severity severity) {
        return switch (severity) {
            case ERROR -> theme.badSign();
            case WARNING -> theme.warnSign();
            case INFO -> theme.skipSign();
        };
    }
}
