package dev.smtpdiag.render;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.kb.Cause;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.kb.ProviderMatch;
import dev.smtpdiag.language.Language;
import dev.smtpdiag.language.Messages;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What a reader sees of a provider's reply. */
class ArticleProviderTest {

    private final Messages messages = Messages.ofArticles(Language.ENGLISH);

    @Test
    void everyCauseHasAName() {
        for (Cause cause : Cause.values()) {
            String id = cause.name().toLowerCase(Locale.ROOT).replace('_', '-');
            assertTrue(messages.has("explain.cause." + id), id);
        }
    }

    @Test
    void controlCharactersOfAReplyStayOut() {
        KnowledgeBase knowledge = KnowledgeBase.in(Language.ENGLISH);
        ProviderMatch match = knowledge.provider("Unknown SMTP host: a");
        ProviderMatch hostile = new ProviderMatch(match.row(), "Unknown \u001b[2J host");
        String text = new ArticleText(knowledge, messages, Theme.PLAIN, 80).of(hostile);
        assertTrue(text.startsWith("Jakarta Mail: "), text);
        assertTrue(text.indexOf('\u001b') < 0, text);
    }
}
