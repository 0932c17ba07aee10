package dev.smtpdiag.cli;

import dev.smtpdiag.kb.Comparison;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.render.JsonKnowledge;
import dev.smtpdiag.render.PageComparison;
import dev.smtpdiag.render.TopicLinks;
import dev.smtpdiag.render.page.Page;

/** {@code smtpdiag compare} for other programs: one document. */
final class CompareDocument extends CompareCommand {

    private final DocumentFormat format;

    CompareDocument(DocumentFormat format) {
        this.format = format;
    }

    @Override
    String text(Comparison comparison, KnowledgeBase knowledge, Messages messages, Console console) {
        if (format == DocumentFormat.JSON) {
            return new JsonKnowledge(Version.current(), knowledge).comparison(comparison);
        }
        Page page = new PageComparison(knowledge, messages).of(comparison, TopicLinks.NONE);
        return format.page(page, Messages.ofReference(console.language()));
    }
}
