package dev.smtpdiag.render;

import dev.smtpdiag.diagnosis.Finding;
import dev.smtpdiag.kb.Article;
import dev.smtpdiag.kb.Article.Heading;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.language.Messages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A finding in words.
 *
 * @param title what happened, one sentence
 * @param summary why we think so
 * @param remedies what to do, the most promising first
 * @param alternatives what else it could be
 * @param standIn whether they are in English because the reader's language has none
 */
record FindingWords(
        String title, List<String> summary, List<String> remedies, List<String> alternatives, boolean standIn) {

    /** Arguments that name a step of the walk by its id. */
    private static final Set<String> STEPS = Set.of("step", "slowest");

    /**
     * @param messages of reports
     */
    static FindingWords of(Finding finding, KnowledgeBase knowledge, Messages messages) {
        Map<String, String> arguments = new HashMap<>(finding.arguments());
        STEPS.forEach(name -> arguments.computeIfPresent(name, (key, id) -> messages.get("finding.step." + id)));
        arguments.computeIfPresent("seconds", (key, number) -> new Quantities(messages.language()).number(number));
        Article article = knowledge.findingArticle(finding.id()).with(arguments);
        return new FindingWords(
                plain(article.title()),
                article.summary().stream().map(FindingWords::plain).toList(),
                items(article, Heading.DO),
                items(article, Heading.ELSE),
                article.isStandIn(knowledge.language()));
    }

    private static List<String> items(Article article, Heading heading) {
        Article.Section section = article.section(heading);
        return section == null
                ? List.of()
                : section.items().stream().map(FindingWords::plain).toList();
    }

    /** Back-ticks are for the source only, and an argument can hold what a server sent. */
    private static String plain(String text) {
        return Neutral.text(text.replace("`", ""));
    }
}
