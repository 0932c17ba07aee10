package dev.smtpdiag.kb;

import dev.smtpdiag.kb.Article.Heading;
import dev.smtpdiag.kb.Article.Section;
import dev.smtpdiag.smtp.EnhancedStatusCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An enhanced article tells of all its classes: this keeps what holds for one of them. */
final class ClassView {

    private ClassView() {}

    /** The article without the items that start with the same code in another class. */
    static Article of(Article article, EnhancedStatusCode code) {
        List<Section> sections = new ArrayList<>();
        for (Section section : article.sections()) {
            // There, the same code in another class is what the reader is told about.
            if (section.heading() == Heading.CONFUSED_WITH) {
                sections.add(section);
                continue;
            }
            List<String> items = new ArrayList<>();
            for (String item : section.items()) {
                if (!isOfOtherClass(item, code)) {
                    items.add(withoutPrefix(item, code + ": ", article.language()));
                }
            }
            if (!items.isEmpty()) {
                sections.add(new Section(section.heading(), section.style(), items));
            }
        }
        return new Article(article.language(), article.title(), article.summary(), sections);
    }

    private static boolean isOfOtherClass(String item, EnhancedStatusCode code) {
        EnhancedStatusCode leading = EnhancedStatusCode.leading(item);
        return leading != null && leading.topic().equals(code.topic()) && leading.classDigit() != code.classDigit();
    }

    private static String withoutPrefix(String item, String prefix, String language) {
        if (!item.startsWith(prefix)) {
            return item;
        }
        String rest = item.substring(prefix.length());
        return rest.substring(0, 1).toUpperCase(Locale.forLanguageTag(language)) + rest.substring(1);
    }
}
