package dev.smtpdiag.render;

import dev.smtpdiag.kb.Article;
import dev.smtpdiag.kb.EnhancedFacts;
import dev.smtpdiag.kb.Facts;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.kb.Reference;
import dev.smtpdiag.kb.ReplyFacts;
import dev.smtpdiag.kb.Topic;
import dev.smtpdiag.kb.Topic.EnhancedCodeTopic;
import dev.smtpdiag.kb.Topic.ReplyCodeTopic;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.smtp.EnhancedStatusCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts in words. */
final class ArticleWords {

    private static final int STEPS_IN_SHORT = 3;

    private final KnowledgeBase knowledge;
    private final Messages messages;

    ArticleWords(KnowledgeBase knowledge, Messages messages) {
        this.knowledge = knowledge;
        this.messages = messages;
    }

    /** {@code a, b and c}. */
    String all(List<String> parts) {
        return join(parts, messages.get("article.and"));
    }

    /** {@code a, b or c}. */
    String any(List<String> parts) {
        return join(parts, messages.get("article.or"));
    }

    /** Parts that hold commas themselves. */
    String separated(List<String> parts) {
        return String.join(messages.get("article.semicolon"), parts);
    }

    private String join(List<String> parts, String last) {
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            String separator = i == 0 ? "" : i == parts.size() - 1 ? " " + last + " " : messages.get("article.comma");
            joined.append(separator).append(parts.get(i));
        }
        return joined.toString();
    }

    List<String> steps(List<String> ids) {
        return words("article.step.", ids);
    }

    /** Steps as they stand in a sentence: {@code the greeting}. */
    List<String> theSteps(List<String> ids) {
        List<String> steps = new ArrayList<>(ids.size());
        for (String id : ids) {
            String key = "compare.step-name." + id;
            steps.add(messages.get(messages.has(key) ? key : "article.step." + id));
        }
        return steps;
    }

    List<String> actors(List<Facts.Actor> actors) {
        List<String> ids = new ArrayList<>();
        for (Facts.Actor actor : actors) {
            ids.add(Facts.id(actor));
        }
        return words("article.who.", ids);
    }

    List<String> effects(List<ReplyFacts.Effect> effects) {
        List<String> ids = new ArrayList<>();
        for (ReplyFacts.Effect effect : effects) {
            ids.add(Facts.id(effect));
        }
        return words("article.session.", ids);
    }

    private List<String> words(String prefix, List<String> ids) {
        List<String> words = new ArrayList<>(ids.size());
        for (String id : ids) {
            words.add(messages.get(prefix + id));
        }
        return words;
    }

    /** The places with the sections of one document together: {@code RFC 4954 4 and 6}. */
    List<String> citations(List<Reference> references) {
        List<String> citations = new ArrayList<>();
        for (int i = 0; i < references.size(); ) {
            String document = references.get(i).document();
            List<String> sections = new ArrayList<>();
            int next = i;
            while (next < references.size() && references.get(next).document().equals(document)) {
                if (!references.get(next).section().isEmpty()) {
                    sections.add(references.get(next).section());
                }
                next++;
            }
            String name = document(references.get(i));
            citations.add(sections.isEmpty() ? name : name + " " + all(sections));
            i = next;
        }
        return citations;
    }

    /** One place: {@code RFC 4954 6}. */
    String citation(Reference reference) {
        return reference.section().isEmpty() ? document(reference) : reference.citation();
    }

    private String document(Reference reference) {
        String key = "article.document." + reference.document();
        return messages.has(key) ? messages.get(key) : reference.documentName();
    }

    /** Where a code is defined, how long what it reports lasts, where it is met. */
    String inShort(Topic topic, Facts facts, String separator) {
        StringBuilder line = new StringBuilder();
        if (facts.origin() == Facts.Origin.STANDARD && !facts.references().isEmpty()) {
            line.append(citation(facts.references().get(0)));
        } else {
            line.append(messages.get("article.origin." + Facts.id(facts.origin())));
        }
        if (facts.origin() != Facts.Origin.PSEUDO) {
            line.append(separator).append(messages.get("article.duration." + classDigit(topic)));
        }
        List<String> steps =
                facts instanceof ReplyFacts reply && !reply.legal().isEmpty() ? reply.legal() : facts.steps();
        if (!steps.isEmpty() && steps.size() <= STEPS_IN_SHORT) {
            line.append(separator).append(String.join(", ", steps(steps)));
        }
        return line.toString();
    }

    /** A heading. Good news are not a trouble that has causes and must be fixed. */
    String heading(String key, Topic topic, Facts facts) {
        int digit = classDigit(topic);
        boolean strange = facts instanceof EnhancedFacts enhanced && !enhanced.fitsClass();
        return messages.get((digit == 2 || digit == 3) && !strange ? key + ".positive" : key);
    }

    /** The class of a code as its RFC calls it: {@code Permanent Negative Completion (5yz)}; empty when it has none. */
    String classOf(Topic topic) {
        Article article = classArticle(topic);
        return article == null ? "" : article.title() + " (" + classPattern(topic) + ")";
    }

    /** What the class of a code says, or null for a code that no server sends. */
    @Nullable
    Article classArticle(Topic topic) {
        int digit = classDigit(topic);
        if (digit < 2 || digit > 5) {
            return null;
        }
        return topic instanceof EnhancedCodeTopic ? knowledge.enhancedClass(digit) : knowledge.replyClass(digit);
    }

    String classPattern(Topic topic) {
        return classDigit(topic) + (topic instanceof EnhancedCodeTopic ? ".x.x" : "yz");
    }

    /** The subject of an enhanced status code, in the words of its RFC. */
    String subject(EnhancedStatusCode code) {
        Article article = knowledge.enhancedSubject(code.subject());
        return article == null
                ? messages.get("article.digits.subject.none", code.subject())
                : article.title() + " (x." + code.subject() + ".x)";
    }

    static int classDigit(Topic topic) {
        if (topic instanceof ReplyCodeTopic reply) {
            return reply.classDigit();
        }
        return topic instanceof EnhancedCodeTopic enhanced ? enhanced.code().classDigit() : 0;
    }
}
