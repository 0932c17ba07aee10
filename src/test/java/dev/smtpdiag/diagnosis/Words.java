package dev.smtpdiag.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.smtpdiag.kb.Article;
import dev.smtpdiag.kb.Article.Heading;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.language.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a reader sees of a finding.
 *
 * @param remedies how many things to do
 * @param guards what let conditional items appear
 */
record Words(int remedies, Set<String> guards) {

    private static final Pattern GUARD = Pattern.compile("^\\{\\?([a-z0-9-]+)} ?");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z0-9-]+}");

    private static final Map<String, Article> ARTICLES = new ConcurrentHashMap<>();

    /** Fills the words of a finding in, and sees to it that nothing is missing. */
    static Words of(Finding finding) {
        Article article = article(finding.id());
        Article filled = article.with(finding.arguments());
        Set<String> guards = new TreeSet<>();
        int due = 0;
        for (String item : items(article)) {
            List<String> conditions = guardsOf(item);
            if (finding.arguments().keySet().containsAll(conditions)) {
                due++;
                guards.addAll(conditions);
            }
        }
        List<String> shown = items(filled);
        assertEquals(due, shown.size(), "an argument is missing for an item: " + finding);
        List<String> everything = new ArrayList<>(filled.summary());
        everything.add(filled.title());
        everything.addAll(shown);
        everything.forEach(text -> assertFalse(PLACEHOLDER.matcher(text).find(), text));
        Article.Section remedies = filled.section(Heading.DO);
        return new Words(remedies == null ? 0 : remedies.items().size(), guards);
    }

    /** Every guard in the words about a finding. */
    static Set<String> allGuards(String id) {
        Set<String> guards = new TreeSet<>();
        items(article(id)).forEach(item -> guards.addAll(guardsOf(item)));
        return guards;
    }

    private static Article article(String id) {
        return ARTICLES.computeIfAbsent(id, KnowledgeBase.in(Language.ENGLISH)::findingArticle);
    }

    static List<String> items(Article article) {
        return article.sections().stream()
                .flatMap(section -> section.items().stream())
                .toList();
    }

    static List<String> guardsOf(String item) {
        List<String> guards = new ArrayList<>();
        String rest = item;
        for (Matcher matcher = GUARD.matcher(rest); matcher.find(); matcher = GUARD.matcher(rest)) {
            guards.add(matcher.group(1));
            rest = rest.substring(matcher.end());
        }
        return guards;
    }
}
