package dev.smtpdiag.cli;

import dev.smtpdiag.language.Messages;
import dev.smtpdiag.plan.InvalidInputException;
import dev.smtpdiag.render.page.HtmlPage;
import dev.smtpdiag.render.page.MarkdownWriter;
import dev.smtpdiag.render.page.Page;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.ParseResult;

/** How an answer of the knowledge base is written. */
enum DocumentFormat {
    TEXT,
    JSON,
    MARKDOWN,
    HTML;

    static final String OPTION = "--format";

    /** The one that is asked for; text when none is. */
    static DocumentFormat of(ParseResult parsed) {
        String wanted = Aliases.value(parsed, OPTION).orElse(TEXT.id());
        for (DocumentFormat format : values()) {
            if (format.id().equals(wanted)) {
                return format;
            }
        }
        String all = String.join(
                ", ", Arrays.stream(values()).map(DocumentFormat::id).toList());
        throw new InvalidInputException("format.unknown", wanted, all);
    }

    private String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param reference words around the page
     */
    String page(Page page, Messages reference) {
        return switch (this) {
            case MARKDOWN -> MarkdownWriter.write(page);
            case HTML -> new HtmlPage(reference).write(page);
            case TEXT, JSON -> throw new IllegalStateException("not a format of pages: " + this);
        };
    }
}
