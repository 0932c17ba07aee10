package dev.smtpdiag.simulate;

import java.util.List;

/**
 * Reads a scenario file (docs/scenarios.md): a header, a line {@code --}, and blocks that say what the server does.
 *
 * <p>Strict: what it does not know is an error, so that a slip of the pen never makes a test pass.
 */
public final class ScenarioParser {

    private static final String SEPARATOR = "--";

    private ScenarioParser() {}

    /**
     * Reads a whole file.
     *
     * @param name how the scenario is called, for the result and for errors
     * @param text of the file
     * @throws ScenarioSyntaxException at the first fault
     */
    public static Scenario parse(String name, String text) {
        List<SourceLine> lines = SourceLine.of(name, text);
        int separator = 0;
        while (separator < lines.size() && !lines.get(separator).text().equals(SEPARATOR)) {
            separator++;
        }
        if (separator == lines.size()) {
            int last = Math.max(1, (int) text.lines().count());
            throw new ScenarioSyntaxException(name, last, "the line -- is missing that ends the header");
        }
        Header header = Header.parse(lines.subList(0, separator));
        Script script = ScriptParser.parse(header.accounts(), lines.subList(separator + 1, lines.size()));
        return new Scenario(
                name,
                header.title().orElseThrow(() -> lines.get(0).error("the header names no title (title: The server …)")),
                header.expectation(),
                header.client(),
                script);
    }
}
