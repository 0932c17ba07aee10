package dev.smtpdiag.simulate;

import java.util.List;

/** The scenarios that come with smtpdiag. */
public final class ScenarioLibrary {

    private ScenarioLibrary() {}

    /** The name of every scenario, in the order of a session: what goes wrong early comes first. */
    public static List<String> names() {
        return Resources.read("scenarios/index.txt").orElseThrow().lines().toList();
    }

    /**
     * One scenario.
     *
     * @throws IllegalArgumentException when no scenario has this name
     */
    public static Scenario load(String name) {
        if (!names().contains(name)) {
            throw new IllegalArgumentException("there is no scenario '" + name + "'");
        }
        return ScenarioParser.parse(
                name, Resources.read("scenarios/" + name + ".scenario").orElseThrow());
    }

    /** What a server does where its scenario does not say. */
    static Script defaults() {
        String text = Resources.read("defaults.script").orElseThrow();
        return ScriptParser.parse(List.of(), SourceLine.of("defaults", text));
    }
}
