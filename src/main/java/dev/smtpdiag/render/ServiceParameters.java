package dev.smtpdiag.render;

import dev.smtpdiag.kb.ExtensionFacts;
import dev.smtpdiag.language.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the parameters of an announced extension say: rows of a word of the input and a sentence. */
final class ServiceParameters {

    /** A word of the input, or nothing, and what it says. */
    record Row(String word, String text) {}

    private static final int MOST_DIGITS = 15;
    private static final int MOST_ROWS = 40;
    private static final List<String> LIMITS = List.of("MAILMAX", "RCPTMAX", "RCPTDOMAINMAX");
    private static final List<String> POLICIES = List.of("MIXER", "STANAG4406", "NSEP");

    private final Messages messages;
    private final Quantities quantities;
    private final List<Row> rows = new ArrayList<>();

    ServiceParameters(Messages messages) {
        this.messages = messages;
        this.quantities = new Quantities(messages.language());
    }

    /** The rows for one announcement; none where there is nothing to say. Mechanisms are not judged here. */
    List<Row> of(ExtensionFacts facts, List<String> words) {
        if (words.isEmpty()) {
            String key = "service.absent." + facts.parameters().name().toLowerCase(Locale.ROOT);
            if (messages.has(key)) {
                add("", messages.get(key));
            }
            return rows;
        }
        for (String word : words.subList(0, Math.min(words.size(), MOST_ROWS))) {
            switch (facts.parameters()) {
                case SIZE -> size(word);
                case SECONDS -> seconds(word, "service.deliverby");
                case RELEASE -> release(word);
                case LIMITS -> limit(word);
                case POLICY -> policy(word);
                case CLASSES -> add(word, messages.get("service.class"));
                case SOURCES -> source(word);
                case ATTRIBUTES -> add(word, messages.get("service.attribute"));
                case OPAQUE -> add(word, messages.get("service.opaque"));
                case NONE, MECHANISMS -> {}
            }
        }
        return rows;
    }

    private void size(String word) {
        long octets = number(word);
        if (octets < 0) {
            add(word, messages.get("service.not-a-number"));
        } else if (octets == 0) {
            add(word, messages.get("service.size.none"));
        } else {
            // Base64 makes four octets of three, and adds a line end to every 76.
            long files = octets / 78 * 57;
            add(word, messages.get("service.size", quantities.binary(octets), quantities.decimal(octets)));
            add("", messages.get("service.size.files", quantities.binary(files)));
        }
    }

    private void seconds(String word, String key) {
        long seconds = number(word);
        add(word, seconds < 0 ? messages.get("service.not-a-number") : messages.get(key, duration(seconds)));
    }

    private void release(String word) {
        if (rows.isEmpty()) {
            seconds(word, "service.release.seconds");
        } else {
            add(word, messages.get("service.release.date"));
        }
    }

    private void limit(String word) {
        int equals = word.indexOf('=');
        String name = word.substring(0, Math.max(0, equals)).toUpperCase(Locale.ROOT);
        long value = number(word.substring(equals + 1));
        if (!LIMITS.contains(name)) {
            add(word, messages.get("service.limit.unknown"));
        } else if (value < 0) {
            add(word, messages.get("service.not-a-number"));
        } else {
            add(word, messages.get("service.limit." + name, value));
        }
    }

    private void policy(String word) {
        boolean known = POLICIES.contains(word.toUpperCase(Locale.ROOT));
        add(word, messages.get(known ? "service.policy" : "service.policy.unknown"));
    }

    private void source(String word) {
        add(word, messages.get(word.indexOf(':') < 0 ? "service.source.any" : "service.source.one"));
    }

    private void add(String word, String text) {
        rows.add(new Row(Neutral.text(word).replace('`', '\''), text));
    }

    /** The number that a word is, or -1. */
    private static long number(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) < '0' || word.charAt(i) > '9') {
                return -1;
            }
        }
        return word.isEmpty() || word.length() > MOST_DIGITS ? -1 : Long.parseLong(word);
    }

    private String duration(long seconds) {
        for (String unit : List.of("86400", "3600", "60")) {
            long length = Long.parseLong(unit);
            if (seconds >= length * 2 || seconds == length) {
                String about = seconds % length == 0 ? "" : messages.get("service.about") + " ";
                long count = Math.round((double) seconds / length);
                return about + messages.get("service.unit." + unit + (count == 1 ? ".one" : ""), count);
            }
        }
        return messages.get(seconds == 1 ? "service.unit.1.one" : "service.unit.1", seconds);
    }
}
