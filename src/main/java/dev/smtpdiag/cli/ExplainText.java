package dev.smtpdiag.cli;

import dev.smtpdiag.kb.InputMatch;
import dev.smtpdiag.kb.InputMatch.Announced;
import dev.smtpdiag.kb.InputMatch.Codes;
import dev.smtpdiag.kb.InputMatch.Mechanism;
import dev.smtpdiag.kb.InputMatch.Nothing;
import dev.smtpdiag.kb.InputMatch.Port;
import dev.smtpdiag.kb.ProviderMatch;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.render.ArticleBrief;
import dev.smtpdiag.render.ArticleText;
import dev.smtpdiag.render.ServiceText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code smtpdiag explain} for people: articles as text. */
final class ExplainText extends ExplainCommand {

    private static final int MOST_ARTICLES = 3;

    private final Console console;
    private final ArticleText articles;
    private final @Nullable ArticleBrief lines;
    private @Nullable ArticleBrief offers;
    private final StringBuilder text = new StringBuilder();

    /**
     * @param brief whether one line for each is enough
     */
    ExplainText(boolean brief, Console console) {
        super(console);
        this.console = console;
        this.articles = new ArticleText(knowledge(), messages(), console.theme(), console.width());
        this.lines = brief ? new ArticleBrief(knowledge(), messages(), console.theme()) : null;
    }

    @Override
    void begin(String input, List<InputMatch> matches) {
        offers = isLong(matches) ? new ArticleBrief(knowledge(), messages(), console.theme()) : null;
    }

    /** A whole reply to EHLO gets one line for each extension rather than as many articles. */
    static boolean isLong(List<InputMatch> matches) {
        int announced = 0;
        for (InputMatch match : matches) {
            announced += match instanceof Announced ? 1 : 0;
        }
        return announced > MOST_ARTICLES;
    }

    @Override
    void answer(InputMatch match) {
        if (lines != null) {
            text.append(lines.of(match));
            return;
        }
        if (match instanceof Announced && offers != null) {
            text.append(offers.of(match));
            return;
        }
        text.append(text.length() == 0 ? "" : articles.rule());
        if (match instanceof Announced announced) {
            text.append(services().of(announced));
        } else if (match instanceof Mechanism mechanism) {
            text.append(services().of(mechanism));
        } else if (match instanceof Codes codes) {
            text.append(articles.of(codes));
        } else if (match instanceof Port port) {
            text.append(articles.of(port));
        }
    }

    @Override
    void answer(Nothing nothing, ProviderMatch provider) {
        if (lines != null) {
            text.append(lines.of(provider));
        } else {
            text.append(text.length() == 0 ? "" : articles.rule()).append(articles.of(provider));
        }
    }

    private ServiceText services() {
        return new ServiceText(
                knowledge(), messages(), Messages.ofServices(console.language()), console.theme(), console.width());
    }

    @Override
    String text() {
        return text.toString();
    }
}
