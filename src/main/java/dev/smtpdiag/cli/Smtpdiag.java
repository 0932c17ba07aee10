package dev.smtpdiag.cli;

import dev.smtpdiag.language.Messages;

/** Finds the command that was called and runs it. */
final class Smtpdiag {

    /**
     * @return the exit code; failures have become a sentence on standard error by then
     */
    int run(String[] args, Console console) {
        Console spoken = console;
        try {
            LanguageChoice choice = LanguageChoice.of(args, console.language());
            spoken = console.speaking(choice.language());
            remarkOnLanguage(choice, console);
            String[] rest = choice.arguments().toArray(new String[0]);
            return FastLane.takes(rest) ? FastLane.run(rest, spoken) : new Commands().run(rest, spoken);
        } catch (RuntimeException e) {
            console.out().flush();
            return new FailureHandler(spoken).handle(e);
        } catch (LinkageError | OutOfMemoryError | StackOverflowError e) {
            return new FailureHandler(spoken).handle(e);
        }
    }

    /** An option that cannot be met is an error; a variable that cannot be met must not break every command. */
    private static void remarkOnLanguage(LanguageChoice choice, Console console) {
        String unknown = LanguageChoice.unknown(console.environment());
        if (!unknown.isEmpty() && choice.language() == console.language()) {
            console.err()
                    .println("smtpdiag: "
                            + Messages.ofErrors(choice.language())
                                    .get("language.unknown-variable", unknown, LanguageChoice.all()));
        }
    }
}
