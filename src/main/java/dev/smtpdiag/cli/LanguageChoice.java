package dev.smtpdiag.cli;

import dev.smtpdiag.language.Language;
import dev.smtpdiag.plan.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which language the reader wants: that of {@code --lang}, anywhere on the command line of any command, else that of
 * {@code SMTPDIAG_LANG}, else that of the locale.
 *
 * @param language the one to speak
 * @param arguments those of the command line that are left
 */
record LanguageChoice(Language language, List<String> arguments) {

    static final String OPTION = "--lang";
    private static final String VARIABLE = "SMTPDIAG_LANG";
    private static final List<String> LOCALE = List.of("LC_ALL", "LC_MESSAGES", "LANG");

    /**
     * @param usual the language when no option names another
     * @throws InvalidInputException when the option names none that we speak
     */
    static LanguageChoice of(String[] args, Language usual) {
        List<String> rest = new ArrayList<>(args.length);
        String wanted = null;
        int i = 0;
        for (; i < args.length && !args[i].equals("--"); i++) {
            if (args[i].startsWith(OPTION + "=")) {
                wanted = args[i].substring(OPTION.length() + 1);
            } else if (args[i].equals(OPTION)) {
                i++;
                wanted = i < args.length ? args[i] : "";
            } else {
                rest.add(args[i]);
            }
        }
        rest.addAll(List.of(args).subList(Math.min(i, args.length), args.length));
        return new LanguageChoice(wanted == null ? usual : named(wanted), rest);
    }

    /** The language of the environment; English when it names none that we speak. */
    static Language of(Map<String, String> environment) {
        String wanted = environment.getOrDefault(VARIABLE, "");
        return Language.of(wanted.isEmpty() ? locale(environment) : wanted);
    }

    /** What the environment asks for by our own variable without our having it; empty when all is well. */
    static String unknown(Map<String, String> environment) {
        String wanted = environment.getOrDefault(VARIABLE, "");
        return wanted.isEmpty() || Language.isKnown(wanted) ? "" : wanted;
    }

    static String all() {
        return String.join(", ", Language.available());
    }

    private static Language named(String name) {
        if (!Language.isKnown(name)) {
            throw new InvalidInputException("language.unknown", name, all());
        }
        return Language.of(name);
    }

    /** The first of these variables that is set decides (POSIX 8.2); where none is, the run-time knows. */
    private static String locale(Map<String, String> environment) {
        for (String variable : LOCALE) {
            String value = environment.getOrDefault(variable, "");
            if (!value.isEmpty()) {
                return value;
            }
        }
        return System.getProperty("user.language", "en");
    }
}
