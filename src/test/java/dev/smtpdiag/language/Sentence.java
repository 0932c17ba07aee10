package dev.smtpdiag.language;

import dev.smtpdiag.plan.InvalidInputException;

/** What a person reads about input that cannot be used. */
public final class Sentence {

    private Sentence() {}

    public static String of(InvalidInputException problem) {
        return Messages.ofErrors(Language.ENGLISH)
                .get(problem.problem(), problem.arguments().toArray());
    }
}
