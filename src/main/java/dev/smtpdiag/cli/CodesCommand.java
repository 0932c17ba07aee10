package dev.smtpdiag.cli;

import dev.smtpdiag.kb.CodeFilter;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.render.CodesText;
import dev.smtpdiag.render.JsonKnowledge;
import dev.smtpdiag.render.PageCodes;
import java.util.List;

/** {@code smtpdiag codes}: the codes that we know, as a table. Knows nothing of the command-line library. */
final class CodesCommand {

    private static final int OK = 0;
    private static final int NONE = 1;

    private final DocumentFormat format;

    CodesCommand(DocumentFormat format) {
        this.format = format;
    }

    /**
     * @return 0, or 1 when no code fits
     */
    int run(CodeFilter filter, Console console) {
        KnowledgeBase knowledge = KnowledgeBase.in(console.language());
        Messages messages = Messages.ofArticles(console.language());
        List<CodeFilter.Entry> entries = filter.entries(knowledge);
        if (entries.isEmpty()) {
            console.err().println("smtpdiag: " + messages.get("codes.none"));
            return NONE;
        }
        console.out()
                .print(
                        switch (format) {
                            case TEXT -> text(entries, knowledge, messages, console);
                            case JSON -> new JsonKnowledge(Version.current(), knowledge).codes(entries);
                            case MARKDOWN, HTML -> page(entries, knowledge, messages, console);
                        });
        console.out().flush();
        return OK;
    }

    private static String text(
            List<CodeFilter.Entry> entries, KnowledgeBase knowledge, Messages messages, Console console) {
        // Other programs read whole lines.
        int width = console.terminals().out() ? console.width() : 0;
        return new CodesText(knowledge, messages, console.theme(), width).of(entries);
    }

    private String page(List<CodeFilter.Entry> entries, KnowledgeBase knowledge, Messages messages, Console console) {
        Messages reference = Messages.ofReference(console.language());
        return format.page(new PageCodes(knowledge, messages, reference).of(entries), reference);
    }
}
