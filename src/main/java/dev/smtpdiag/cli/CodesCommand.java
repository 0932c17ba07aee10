package dev.smtpdiag.cli;

import dev.smtpdiag.kb.CodeFilter;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.render.CodesText;
import java.util.List;

/** {@code smtpdiag codes}: the codes that we know, as a table. Knows nothing of the command-line library. */
final class CodesCommand {

    private static final int OK = 0;
    private static final int NONE = 1;

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
        int width = console.terminals().out() ? console.width() : 0;
        console.out().print(new CodesText(knowledge, messages, console.theme(), width).of(entries));
        console.out().flush();
        return OK;
    }
}
