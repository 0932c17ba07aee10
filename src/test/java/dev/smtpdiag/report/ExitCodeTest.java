package dev.smtpdiag.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.smtpdiag.transcript.Stage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scripts depend on these numbers and names: a row may be added here, none may change. */
class ExitCodeTest {

    private static final String TABLE = """
            0 ok
            1 findings
            2 usage
            3 internal
            6 closed
            7 dns
            8 unreachable
            9 connect-timeout
            10 step-timeout
            11 protocol
            21 greeting
            22 ehlo
            23 mail
            24 rcpt
            28 auth
            29 tls
            32 ehlo-after-tls
            33 auth-required
            34 relay
            40 starttls-missing
            41 tls-mode
            42 cert-untrusted
            43 cert-name
            44 cert-expired
            45 auth-missing
            46 auth-mechanism
            47 auth-temporary
            48 credentials
            49 tls-required
            75 temporary
            """;

    private static Exit exit(ExitCode code) {
        return new Exit(code, Optional.of(Stage.AUTH));
    }

    @Test
    void theTableIsFrozen() {
        List<String> actual = Stream.of(ExitCode.values())
                .map(code -> code.number() + " " + code.id())
                .toList();
        assertEquals(TABLE.lines().toList(), actual);
    }

    @ParameterizedTest
    @CsvSource({
        "OK, FINDINGS, FINDINGS",
        "FINDINGS, TEMPORARY, TEMPORARY",
        "TEMPORARY, AUTH, AUTH",
        "AUTH_TEMPORARY, CLOSED, CLOSED",
        "AUTH, INTERNAL, INTERNAL",
        "UNREACHABLE, TEMPORARY, UNREACHABLE",
        "FINDINGS, DNS, DNS"
    })
    void theMoreSevereOfTwoWhateverTheirOrder(ExitCode one, ExitCode other, ExitCode worst) {
        assertEquals(exit(worst), Exit.mostSevere(List.of(exit(one), exit(other))));
        assertEquals(exit(worst), Exit.mostSevere(List.of(exit(other), exit(one))));
    }

    @Test
    void theFirstOfThoseThatAreEquallySevere() {
        assertEquals(exit(ExitCode.AUTH), Exit.mostSevere(List.of(exit(ExitCode.AUTH), exit(ExitCode.DNS))));
        assertEquals(
                exit(ExitCode.TEMPORARY),
                Exit.mostSevere(List.of(Exit.OK, exit(ExitCode.TEMPORARY), exit(ExitCode.AUTH_TEMPORARY))));
    }

    @Test
    void nothingFailedWhereNothingWasTried() {
        assertEquals(Exit.OK, Exit.mostSevere(List.of()));
        assertEquals(Exit.OK, Exit.mostSevere(List.of(Exit.OK, Exit.OK)));
    }
}
