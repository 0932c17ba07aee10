package dev.smtpdiag.diagnosis;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule by examples: what it finds, and where it must stay silent. */
final class RulesTest {

    private static final List<Example> EXAMPLES = Example.all();

    @TestFactory
    Stream<DynamicTest> findsWhatIsThere() {
        return EXAMPLES.stream().map(example -> DynamicTest.dynamicTest(example.name, () -> check(example)));
    }

    private static void check(Example example) {
        Diagnosis diagnosis = example.walk.diagnosis();
        assertEquals(List.of(), diagnosis.crashes());
        Set<String> ids = diagnosis.findings().stream().map(Finding::id).collect(Collectors.toCollection(TreeSet::new));
        Set<String> expected = new TreeSet<>(example.remarks);
        example.verdict.ifPresent(expected::add);
        assertEquals(expected, ids);
        assertEquals(example.verdict, diagnosis.verdict().map(Finding::id));
        diagnosis.verdict().ifPresent(verdict -> assertEquals(1, errors(diagnosis), "errors"));
        example.nearMisses.forEach(id -> assertFalse(ids.contains(id), id));
        for (Finding finding : diagnosis.findings()) {
            assertFalse(finding.evidence().isEmpty() && hasEvents(example, finding), "no evidence: " + finding);
            Words words = Words.of(finding);
            assertTrue(words.remedies() >= 1 && words.remedies() <= 5, words.remedies() + " remedies: " + finding);
            if (example.subject().filter(finding.id()::equals).isPresent()) {
                assertEquals(example.guards, words.guards(), "guards");
                example.arguments.forEach(
                        (name, value) -> assertEquals(value, finding.arguments().get(name), name));
                example.confidence.ifPresent(confidence -> assertEquals(confidence, finding.confidence()));
            }
        }
    }

    private static long errors(Diagnosis diagnosis) {
        return diagnosis.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .count();
    }

    private static boolean hasEvents(Example example, Finding finding) {
        return example.walk
                .asCase()
                .transcript()
                .step(finding.stage())
                .filter(step -> !step.events().isEmpty())
                .isPresent();
    }

    @Test
    void hasAPositiveAndANegativeExampleOfEveryRule() {
        Set<String> found = new HashSet<>();
        Set<String> missed = new HashSet<>();
        for (Example example : EXAMPLES) {
            example.verdict.ifPresent(found::add);
            found.addAll(example.remarks);
            missed.addAll(example.nearMisses);
        }
        assertAll(Rules.ALL.stream()
                .map(Rule::id)
                .map(id -> () -> assertTrue(found.contains(id) && missed.contains(id), id)));
    }

    @Test
    void showsEveryItemOfTheWordsInSomeExample() {
        Map<String, Set<String>> shown = EXAMPLES.stream()
                .filter(example -> example.subject().isPresent())
                .collect(Collectors.groupingBy(
                        example -> example.subject().orElseThrow(),
                        Collectors.flatMapping(example -> example.guards.stream(), Collectors.toSet())));
        assertAll(Rules.ALL.stream()
                .map(Rule::id)
                .map(id ->
                        () -> assertEquals(Words.allGuards(id), new TreeSet<>(shown.getOrDefault(id, Set.of())), id)));
    }

    @Test
    void hasUniqueIds() {
        Set<String> ids = new HashSet<>();
        Rules.ALL.forEach(rule -> assertTrue(ids.add(rule.id()), rule.id()));
    }

    @Test
    void saysWhatEveryRuleStandsOn() {
        Rules.ALL.forEach(
                rule -> assertTrue(rule.citation().matches("RFC \\d+( [\\d.]+)?"), rule.id() + ": " + rule.citation()));
    }

    @Test
    void letsNoSecretIntoAFinding() {
        for (Example example : Example.all()) {
            example.walk.login("alice", "canary-Pa55word ").allowPlaintextAuth();
            assertNoSecret(example.walk.diagnosis());
        }
        assertNoSecret(Walk.to("mx.example.com:587")
                .login("alice", "canary-Pa55word")
                .securedByStartTls("250-mx.example.com", "250 AUTH PLAIN")
                .auth("535 5.7.8 canary-Pa55word (Y2FuYXJ5LVBhNTV3b3Jk) is wrong")
                .diagnosis());
    }

    private static void assertNoSecret(Diagnosis diagnosis) {
        String all = diagnosis.toString().toLowerCase(Locale.ROOT);
        assertFalse(all.contains("canary") || all.contains("y2fuyxj5"), all);
    }
}
