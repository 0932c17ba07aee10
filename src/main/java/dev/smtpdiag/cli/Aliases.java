package dev.smtpdiag.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** Reads an option under all the names that it has: our own, and those of other tools. */
final class Aliases {

    private Aliases() {}

    /** Whether the option was given under any of its names. */
    static boolean given(ParseResult parsed, String... names) {
        for (String name : names) {
            if (parsed.hasMatchedOption(name)) {
                return true;
            }
        }
        return false;
    }

    /** The value under the first of its names that was given. */
    static Optional<String> value(ParseResult parsed, String... names) {
        for (String name : names) {
            if (parsed.hasMatchedOption(name)) {
                return Optional.of(String.valueOf(parsed.<Object>matchedOptionValue(name, "")));
            }
        }
        return Optional.empty();
    }

    /** All values, under whichever names they were given. */
    static List<String> values(ParseResult parsed, String... names) {
        List<List<?>> seen = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (String name : names) {
            if (parsed.hasMatchedOption(name)) {
                List<?> given = parsed.matchedOptionValue(name, List.of());
                // Several names of one option share one list.
                if (seen.stream().noneMatch(list -> list == given)) {
                    seen.add(given);
                    given.forEach(value -> values.add(String.valueOf(value)));
                }
            }
        }
        return values;
    }
}
