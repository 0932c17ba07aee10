package dev.smtpdiag.plan;

import java.util.List;

/**
 * Something that a person typed cannot be used. Names the problem; the sentence about it, which says what is wrong, where,
 * and what to do, is in the messages of the reader's language. No argument ever holds a secret.
 */
public class InvalidInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final transient List<Object> arguments;

    /**
     * @param problem key of a sentence
     * @param arguments what is put into it
     */
    public InvalidInputException(String problem, Object... arguments) {
        super(problem);
        this.problem = problem;
        this.arguments = List.of(arguments);
    }

    /** The key of the sentence about it. */
    public String problem() {
        return problem;
    }

    /** What is put into the sentence. */
    public List<Object> arguments() {
        return arguments;
    }
}
