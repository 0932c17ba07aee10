package dev.smtpdiag.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The demonstration, whole: its port and its times are real, so that no golden file can hold it. */
class DemoTest {

    @Test
    void showsARejectedLoginAndEndsWell() {
        Invocation.Result result = Invocation.of("demo").run();
        assertEquals(0, result.exit(), result.err());
        assertTrue(result.out().contains("✗ AUTH PLAIN  535 5.7.8"), result.out());
        assertTrue(result.out().endsWith("this probe would exit with 28 (auth): credentials rejected\n"), result.out());
        assertTrue(result.err().startsWith("scripted server \"auth-rejected\" listens on 127.0.0.1:"), result.err());
        assertEquals(1, result.err().lines().count(), result.err());
    }

    @Test
    void showsAnotherScenario() {
        Invocation.Result result = Invocation.of("demo", "healthy").run();
        assertEquals(0, result.exit(), result.err());
        assertTrue(result.out().contains("Nothing wrong found"), result.out());
        assertTrue(result.out().contains("this probe would exit with 0 (ok)"), result.out());
    }

    @Test
    void showsTheDialogueWithoutThePassword() {
        Invocation.Result result = Invocation.of("demo", "-v").run();
        assertTrue(result.out().contains(" ~> AUTH PLAIN ****************\n"), result.out());
        String password = Played.text("auth-rejected")
                .lines()
                .filter(line -> line.startsWith("password: "))
                .findFirst()
                .orElseThrow()
                .substring("password: ".length());
        assertEquals(-1, (result.out() + result.err()).indexOf(password));
    }
}
