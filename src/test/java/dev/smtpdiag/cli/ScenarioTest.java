package dev.smtpdiag.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.diagnosis.Finding;
import dev.smtpdiag.e2e.ReportSchema;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.language.Language;
import dev.smtpdiag.render.JsonDocument;
import dev.smtpdiag.simulate.Expectation;
import dev.smtpdiag.transcript.Event;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every scenario of the library over real sockets: the diagnosis is what the scenario says. */
class ScenarioTest {

    static List<Played> library() {
        return Played.library();
    }

    @ParameterizedTest
    @MethodSource("library")
    void endsAsTheScenarioExpects(Played played) {
        Expectation expected = played.scenario().expectation().orElseThrow();
        List<String> found =
                played.report().diagnosis().findings().stream().map(Finding::id).toList();
        Optional<String> leading = found.stream().findFirst();
        // A scenario that names no finding may still have remarks, but nothing that went wrong.
        Optional<String> actual = expected.finding().isPresent() ? leading : verdict(played);
        assertAll(
                () -> assertEquals(
                        expected.exitCode(), played.report().exit().code().number(), () -> "exit; found " + found),
                () -> assertEquals(expected.finding(), actual, () -> "leading finding of " + found));
    }

    @ParameterizedTest
    @MethodSource("library")
    void namesAVerdictExactlyWhenSomethingFailed(Played played) {
        boolean failed = played.report().exit().code().number() != 0;
        assertEquals(failed, verdict(played).isPresent(), "verdict");
        assertTrue(played.report().exit().stage().isPresent(), "exit stage");
    }

    @ParameterizedTest
    @MethodSource("library")
    void noRuleCrashes(Played played) {
        assertEquals(List.of(), played.report().diagnosis().crashes());
    }

    @ParameterizedTest
    @MethodSource("library")
    void evidencePointsIntoTheTranscript(Played played) {
        List<Event> events = played.report().transcript().events();
        assertFalse(events.isEmpty());
        int lines = events.stream().mapToInt(Event::lineCount).sum();
        for (Finding finding : played.report().diagnosis().findings()) {
            assertTrue(
                    finding.evidence().stream().allMatch(line -> line >= 1 && line <= lines),
                    () -> finding.id() + " names " + finding.evidence() + " of " + lines + " lines");
        }
    }

    @ParameterizedTest
    @MethodSource("library")
    void itsJsonKeepsToTheSchema(Played played) {
        String document =
                new JsonDocument("1.2.3", KnowledgeBase.in(Language.ENGLISH)).render(List.of(played.report()));
        assertEquals(List.of(), ReportSchema.errors(document));
        assertEquals(List.of(), ReportSchema.strictErrors(document), "with a field that the schema does not describe");
    }

    private static Optional<String> verdict(Played played) {
        return played.report().diagnosis().verdict().map(Finding::id);
    }
}
