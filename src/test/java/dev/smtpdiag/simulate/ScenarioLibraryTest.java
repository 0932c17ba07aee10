package dev.smtpdiag.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioLibraryTest {

    @Test
    void theIndexNamesEveryFileOnce() throws Exception {
        List<String> names = ScenarioLibrary.names();
        Path folder = Path.of(ScenarioLibrary.class
                .getResource("/simulate/scenarios/index.txt")
                .toURI());
        try (Stream<Path> files = Files.list(folder.getParent())) {
            Set<String> found = files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("index.txt"))
                    .collect(Collectors.toSet());
            assertEquals(found, names.stream().map(name -> name + ".scenario").collect(Collectors.toSet()));
        }
        assertEquals(names.size(), new HashSet<>(names).size());
    }

    static List<String> names() {
        return ScenarioLibrary.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyScenarioCanBePlayed(String name) {
        Scenario scenario = ScenarioLibrary.load(name);
        assertTrue(name.matches("[a-z0-9]+(-[a-z0-9]+)*"), name);
        assertEquals(name, scenario.name());
        assertFalse(scenario.title().endsWith("."), scenario.title());
        assertTrue(scenario.title().length() <= 76, scenario.title());
        int exitCode = scenario.expectation().orElseThrow().exitCode();
        assertTrue(
                exitCode == 0 || scenario.expectation().orElseThrow().finding().isPresent());
    }

    @Test
    void aScenarioIsNamedAfterItsFinding() {
        for (String name : ScenarioLibrary.names()) {
            ScenarioLibrary.load(name).expectation().orElseThrow().finding().ifPresent(finding -> {
                String start = finding.substring(0, finding.indexOf('.'));
                assertTrue(name.startsWith(start), name + " finds " + finding);
            });
        }
    }

    @Test
    void refusesANameThatItDoesNotKnow() {
        assertThrows(IllegalArgumentException.class, () -> ScenarioLibrary.load("../defaults"));
    }
}
