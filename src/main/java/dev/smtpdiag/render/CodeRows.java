package dev.smtpdiag.render;

import dev.smtpdiag.kb.CodeFilter.Entry;
import dev.smtpdiag.kb.Facts;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.kb.ReplyFacts;
import dev.smtpdiag.kb.Topic.EnhancedCodeTopic;
import dev.smtpdiag.language.Messages;
import java.util.List;

/** What a list says of each code, in whatever form it is shown. Literals are in back-ticks. */
final class CodeRows {

    private final Messages articles;
    private final ArticleWords words;

    CodeRows(KnowledgeBase knowledge, Messages articles) {
        this.articles = articles;
        this.words = new ArticleWords(knowledge, articles);
    }

    /** The class that it stands under. */
    String group(Entry entry) {
        String name = words.classOf(entry.topic());
        if (name.isEmpty()) {
            return articles.get("article.origin." + Facts.id(entry.facts().origin()));
        }
        return entry.topic() instanceof EnhancedCodeTopic ? articles.get("codes.group.enhanced", name) : name;
    }

    /** The title, and whether no standard knows the code. */
    String title(Entry entry) {
        boolean standard = entry.facts().origin() == Facts.Origin.STANDARD;
        String origin = standard || words.classOf(entry.topic()).isEmpty()
                ? ""
                : " (" + articles.get("article.origin." + Facts.id(entry.facts().origin())) + ")";
        return entry.article().title() + origin;
    }

    /** Where a standard allows it, or else where it is met. */
    String steps(Entry entry) {
        List<String> legal =
                entry.facts() instanceof ReplyFacts reply && !reply.legal().isEmpty()
                        ? reply.legal()
                        : entry.facts().steps();
        return String.join(articles.get("article.comma"), words.steps(legal));
    }
}
