package dev.smtpdiag.simulate;

/** A scenario file cannot be read. The message names the scenario and the line and says in a sentence why. */
public final class ScenarioSyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String scenario;
    private final int line;
    private final String sentence;

    ScenarioSyntaxException(String scenario, int line, String sentence) {
        super(scenario + ", line " + line + ": " + sentence);
        this.scenario = scenario;
        this.line = line;
        this.sentence = sentence;
    }

    /** The name of the scenario. */
    public String scenario() {
        return scenario;
    }

    /** Where the fault is, counted from 1. */
    public int line() {
        return line;
    }

    /** What is wrong and what to write in its place. */
    public String sentence() {
        return sentence;
    }
}
