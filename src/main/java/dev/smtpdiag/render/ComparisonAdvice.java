package dev.smtpdiag.render;

import dev.smtpdiag.kb.Article.Heading;
import dev.smtpdiag.kb.Article.Section;
import dev.smtpdiag.kb.Comparison;
import dev.smtpdiag.kb.Comparison.Side;
import dev.smtpdiag.kb.EnhancedFacts;
import dev.smtpdiag.kb.Facts;
import dev.smtpdiag.kb.Facts.Origin;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.kb.Reference;
import dev.smtpdiag.kb.ReplyFacts;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.smtp.EnhancedStatusCode;
import java.util.ArrayList;
import java.util.List;

/** The end of a comparison: when to use which, and where to read on. */
final class ComparisonAdvice {

    private static final int INDENT = 2;
    private static final int RELATED_OF_EACH = 2;

    private final KnowledgeBase knowledge;
    private final Messages messages;
    private final ArticleWords words;

    ComparisonAdvice(KnowledgeBase knowledge, Messages messages, ArticleWords words) {
        this.knowledge = knowledge;
        this.messages = messages;
        this.words = words;
    }

    void write(Comparison comparison, ArticleBlock block) {
        int label = ComparisonText.labelWidth(comparison);
        block.blank();
        block.heading(0, messages.get("compare.heading.which"));
        block.heading(INDENT, messages.get("compare.heading.receiver"));
        for (Side side : comparison.sides()) {
            block.item(INDENT + INDENT, side.topic().name(), label, receiver(side));
        }
        block.heading(INDENT, messages.get("compare.heading.author"));
        for (Side side : comparison.sides()) {
            block.item(INDENT + INDENT, side.topic().name(), label, author(side));
        }
        more(comparison, block);
    }

    /** What to do with a reply. */
    String receiver(Side side) {
        Section next = side.article().section(Heading.NEXT);
        return next == null
                ? messages.get("article.retry." + Facts.id(side.facts().retry()))
                : next.items().get(0);
    }

    /** When a server should send it. */
    String author(Side side) {
        String name = side.topic().name();
        Facts facts = side.facts();
        if (facts.origin() == Origin.PSEUDO) {
            return messages.get("compare.author.pseudo", name);
        }
        if (facts.origin() == Origin.VENDOR) {
            String better = standardRelative(side);
            return better.isEmpty()
                    ? messages.get("compare.author.vendor", name)
                    : messages.get("compare.author.vendor.better", name, better);
        }
        String title = side.article().title();
        String when = messages.get("compare.author.when." + side.classDigit());
        if (facts instanceof EnhancedFacts enhanced) {
            String such = basic(enhanced);
            String digit = Integer.toString(side.classDigit());
            return such.isEmpty()
                    ? messages.get("compare.author.enhanced", digit, when, title)
                    : messages.get("compare.author.enhanced.such", digit, when, title, such);
        }
        String steps = side.steps().contains("any")
                ? messages.get("compare.author.any")
                : words.any(words.theSteps(side.steps()));
        return messages.get("compare.author.standard", steps, when, title);
    }

    /** A standard code of the same class that stands near, or an empty text. */
    private String standardRelative(Side side) {
        if (side.facts() instanceof ReplyFacts reply) {
            for (String code : reply.related()) {
                ReplyFacts relative = knowledge.replyFacts(Integer.parseInt(code));
                boolean sameClass = relative != null && relative.code() / 100 == side.classDigit();
                if (relative != null && sameClass && relative.origin() == Origin.STANDARD) {
                    return code;
                }
            }
        }
        return "";
    }

    private String basic(EnhancedFacts facts) {
        List<String> codes = new ArrayList<>();
        for (String code : facts.basic()) {
            if (code.charAt(0) - '0' == facts.code().classDigit()) {
                codes.add(code);
            }
        }
        return words.any(codes);
    }

    private void more(Comparison comparison, ArticleBlock block) {
        block.blank();
        block.heading(0, messages.get("compare.heading.more"));
        for (String document : documents(comparison)) {
            block.item(INDENT, "-", 2, document);
        }
        for (List<String> pair : relatedPairs(comparison)) {
            String command = command(pair.get(0), pair.get(1));
            block.item(INDENT, "-", 2, messages.get("compare.related", command));
        }
    }

    /** The documents that define the codes, each with all its places. */
    List<String> documents(Comparison comparison) {
        List<String> names = new ArrayList<>();
        for (Side side : comparison.sides()) {
            for (Reference reference : side.facts().references()) {
                if (!names.contains(reference.document())) {
                    names.add(reference.document());
                }
            }
        }
        List<String> documents = new ArrayList<>();
        for (String name : names) {
            documents.add(document(name, comparison));
        }
        return documents;
    }

    private String document(String document, Comparison comparison) {
        List<Reference> places = new ArrayList<>();
        for (Side side : comparison.sides()) {
            for (Reference reference : side.facts().references()) {
                boolean whole = reference.section().isEmpty() && !places.isEmpty();
                if (reference.document().equals(document) && !places.contains(reference) && !whole) {
                    places.add(reference);
                }
            }
        }
        String citation = words.citations(places).get(0);
        // A registry is cited by its name, which is its title.
        return document.startsWith("RFC")
                ? messages.get("compare.document", citation, knowledge.documentTitle(document))
                : citation;
    }

    /** Other comparisons that may be of interest, each as two names. */
    List<List<String>> relatedPairs(Comparison comparison) {
        List<String> names = new ArrayList<>();
        for (Side side : comparison.sides()) {
            names.add(side.topic().name());
        }
        List<List<String>> pairs = new ArrayList<>();
        for (Side side : comparison.sides()) {
            int added = 0;
            for (String relative : relatives(side)) {
                if (added < RELATED_OF_EACH && !names.contains(relative)) {
                    pairs.add(List.of(side.topic().name(), relative));
                    added++;
                }
            }
        }
        return pairs;
    }

    /** What to type to compare two codes. */
    static String command(String one, String other) {
        return "smtpdiag compare " + one + " " + other;
    }

    /** First the codes that people confuse with this one, then those that belong to it. */
    private List<String> relatives(Side side) {
        List<String> relatives = new ArrayList<>();
        Section confused = side.article().section(Heading.CONFUSED_WITH);
        if (confused != null) {
            for (String item : confused.items()) {
                add(item.substring(0, Math.max(0, item.indexOf(':'))), relatives);
            }
        }
        if (side.facts() instanceof ReplyFacts reply) {
            for (String code : reply.related()) {
                add(code, relatives);
            }
        } else if (side.facts() instanceof EnhancedFacts facts) {
            for (String code : facts.related()) {
                add(side.classDigit() + "." + code, relatives);
            }
        }
        return relatives;
    }

    /** Adds a code once, and only when it can be compared. */
    private void add(String name, List<String> relatives) {
        EnhancedStatusCode code = EnhancedStatusCode.parse(name);
        EnhancedFacts facts = code == null ? null : knowledge.enhancedFacts(code);
        boolean known = code == null ? isReplyCode(name) : facts != null && facts.fitsClass();
        if (known && !relatives.contains(name)) {
            relatives.add(name);
        }
    }

    private boolean isReplyCode(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (!Character.isDigit(name.charAt(i))) {
                return false;
            }
        }
        return name.length() == 3 && knowledge.replyFacts(Integer.parseInt(name)) != null;
    }
}
