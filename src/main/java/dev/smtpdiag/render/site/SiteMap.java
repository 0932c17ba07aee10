package dev.smtpdiag.render.site;

import dev.smtpdiag.kb.EnhancedFacts;
import dev.smtpdiag.kb.ExtensionFacts;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.kb.MechanismFacts;
import dev.smtpdiag.kb.ReplyFacts;
import dev.smtpdiag.kb.Topic;
import dev.smtpdiag.kb.Topic.EnhancedCodeTopic;
import dev.smtpdiag.kb.Topic.ExtensionTopic;
import dev.smtpdiag.kb.Topic.MechanismTopic;
import dev.smtpdiag.kb.Topic.ReplyCodeTopic;
import dev.smtpdiag.language.Resources;
import dev.smtpdiag.render.TopicNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The pages of the site and their paths within the folder of a language, the same in each.
 *
 * @param topics that have a page, in the order of the tables
 * @param pairs that have a page
 * @param paths of all these pages
 */
record SiteMap(List<Topic> topics, List<Pair> pairs, Set<String> paths) {

    static final String INDEX = "index.html";
    static final String PROVIDERS = "providers.html";

    private static final String PAIRS = "kb/en/pair";
    private static final String WORDS = ".md";

    /** Two codes about which there is a note. */
    record Pair(Topic one, Topic other) {

        boolean has(Topic topic) {
            return one.name().equals(topic.name()) || other.name().equals(topic.name());
        }
    }

    static SiteMap of(KnowledgeBase knowledge) {
        List<Topic> topics = new ArrayList<>();
        for (ReplyFacts facts : knowledge.replyCodes()) {
            topics.add(new ReplyCodeTopic(facts.code()));
        }
        for (EnhancedFacts facts : knowledge.enhancedCodes()) {
            topics.add(new EnhancedCodeTopic(facts.code()));
        }
        for (ExtensionFacts facts : knowledge.extensions()) {
            topics.add(new ExtensionTopic(facts.keyword()));
        }
        for (MechanismFacts facts : knowledge.mechanisms()) {
            topics.add(new MechanismTopic(facts.name()));
        }
        Set<String> paths = new HashSet<>();
        for (Topic topic : topics) {
            paths.add(path(topic));
        }
        List<Pair> pairs = pairs(paths);
        for (Pair pair : pairs) {
            paths.add(path(pair));
        }
        return new SiteMap(List.copyOf(topics), pairs, Set.copyOf(paths));
    }

    static String path(Topic topic) {
        return kind(topic) + "/" + fileName(topic.name()) + ".html";
    }

    static String path(Pair pair) {
        return "compare/" + pair.one().name() + "-" + pair.other().name() + ".html";
    }

    /** The id of the part of the index that lists it. */
    static String kind(Topic topic) {
        if (topic instanceof ReplyCodeTopic) {
            return "reply";
        }
        if (topic instanceof EnhancedCodeTopic) {
            return "enhanced";
        }
        return topic instanceof ExtensionTopic ? "extension" : "mechanism";
    }

    /** The pair of two codes in either order, or null when it has no page. */
    @Nullable
    Pair pair(Topic one, Topic other) {
        for (Pair pair : pairs) {
            if (pair.has(one) && pair.has(other)) {
                return pair;
            }
        }
        return null;
    }

    /** Keywords hold signs that not every file system, and no address, takes as they are. */
    private static String fileName(String name) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean usable = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            safe.append(usable || c == '.' || c == '-' ? c : '_');
        }
        return safe.toString();
    }

    /** Those that have a note; both codes must have pages. */
    private static List<Pair> pairs(Set<String> paths) {
        List<String> files = new ArrayList<>();
        if (Resources.exists(PAIRS)) {
            files.addAll(Resources.list(PAIRS));
            files.sort(null);
        }
        List<Pair> pairs = new ArrayList<>();
        for (String file : files) {
            int dash = file.indexOf('-');
            if (dash > 0 && file.endsWith(WORDS)) {
                Topic one = TopicNames.code(file.substring(0, dash));
                Topic other = TopicNames.code(file.substring(dash + 1, file.length() - WORDS.length()));
                if (one != null && other != null && paths.contains(path(one)) && paths.contains(path(other))) {
                    pairs.add(new Pair(one, other));
                }
            }
        }
        return List.copyOf(pairs);
    }
}
