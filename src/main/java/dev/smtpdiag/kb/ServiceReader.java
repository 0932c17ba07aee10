package dev.smtpdiag.kb;

import dev.smtpdiag.kb.InputMatch.Announced;
import dev.smtpdiag.kb.InputMatch.Mechanism;
import dev.smtpdiag.kb.Topic.ExtensionTopic;
import dev.smtpdiag.kb.Topic.MechanismTopic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Recognises an extension as a server announces it, and the name of a login mechanism. Keeps the tables for the lines of
 * one text.
 */
final class ServiceReader {

    private static final String BEHIND = " \t\r'\"`)]}>,;:.!?*|";
    private static final String OLD_AUTH = "AUTH=";
    private static final int LONGEST = 1000;

    private @Nullable Table extensions;
    private @Nullable Table mechanisms;

    /** What the line announces or names, or null when it does neither. */
    @Nullable
    InputMatch read(String line) {
        if (line.length() > LONGEST) {
            return null;
        }
        String text = text(line);
        boolean announced = isReply(text);
        if (!announced && text.length() > 3 && startsWithCode(text)) {
            return null;
        }
        String matched = announced ? text.substring(4).strip() : text;
        if (matched.isEmpty()) {
            return null;
        }
        List<String> words = words(matched);
        String first = upper(words.get(0));
        List<String> parameters = new ArrayList<>(words.subList(1, words.size()));
        if (first.startsWith(OLD_AUTH)) {
            if (first.length() > OLD_AUTH.length()) {
                parameters.add(0, words.get(0).substring(OLD_AUTH.length()));
            }
            first = OLD_AUTH;
        }
        Table.Row row = MechanismTopic.isName(first.replace(OLD_AUTH, "AUTH"))
                ? extensions().row(first)
                : null;
        if (row != null && fits(ExtensionFacts.of(row).parameters(), parameters)) {
            return new Announced(new ExtensionTopic(first), parameters, matched, !announced && words.size() == 1);
        }
        return !announced && words.size() == 1 && isMechanism(first) ? new Mechanism(new MechanismTopic(first)) : null;
    }

    /** Whether these words can be the parameters of an extension; else it is a sentence that starts with its name. */
    private boolean fits(ExtensionFacts.Parameters kind, List<String> words) {
        if (words.isEmpty()) {
            return true;
        }
        boolean single = words.size() == 1;
        String first = words.get(0);
        return switch (kind) {
            case NONE -> false;
            case SIZE, SECONDS -> single && Character.isDigit(first.charAt(0));
            case RELEASE -> words.size() <= 2 && Character.isDigit(first.charAt(0));
            case LIMITS -> allHave(words, "=");
            case MECHANISMS -> allMechanisms(words);
            case POLICY, ATTRIBUTES -> allUpper(words);
            case CLASSES -> allHave(words, ".") || allHave(words, ":");
            case SOURCES -> first.regionMatches(true, 0, "imap", 0, 4);
            case OPAQUE -> single;
        };
    }

    private static boolean allHave(List<String> words, String sign) {
        for (String word : words) {
            if (!word.contains(sign)) {
                return false;
            }
        }
        return true;
    }

    private static boolean allUpper(List<String> words) {
        for (String word : words) {
            if (!word.equals(upper(word))) {
                return false;
            }
        }
        return true;
    }

    /** At least one that is known, and nothing that cannot be a name: an initial response is not to be taken for one. */
    private boolean allMechanisms(List<String> words) {
        boolean known = false;
        for (String word : words) {
            String name = upper(word);
            if (!MechanismTopic.isName(name)) {
                return false;
            }
            known |= isMechanism(name);
        }
        return known && (words.size() == 1 || allUpper(words) || isMechanism(upper(words.get(words.size() - 1))));
    }

    private boolean isMechanism(String name) {
        return MechanismTopic.isName(name) && mechanisms().row(name) != null;
    }

    private Table extensions() {
        Table table = extensions;
        if (table == null) {
            table = Table.load("extensions.tsv");
            extensions = table;
        }
        return table;
    }

    private Table mechanisms() {
        Table table = mechanisms;
        if (table == null) {
            table = Table.load("mechanisms.tsv");
            mechanisms = table;
        }
        return table;
    }

    /** The line without quotes, and without what logs put in front. */
    private static String text(String line) {
        int start = 0;
        int end = line.length();
        while (end > 0 && BEHIND.indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        while (start < end && !Character.isLetterOrDigit(line.charAt(start))) {
            start++;
        }
        return line.startsWith("S: ", start)
                ? line.substring(start + 3, Math.max(start + 3, end))
                : line.substring(start, end);
    }

    private static boolean isReply(String text) {
        return text.startsWith("250-") || text.startsWith("250 ");
    }

    private static boolean startsWithCode(String text) {
        boolean separated = text.charAt(3) == ' ' || text.charAt(3) == '-';
        return separated && Character.isDigit(text.charAt(0)) && Character.isDigit(text.charAt(2));
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (int start = 0; start < text.length(); ) {
            int space = text.indexOf(' ', start);
            int end = space < 0 ? text.length() : space;
            if (end > start) {
                words.add(text.substring(start, end));
            }
            start = end + 1;
        }
        return words;
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
