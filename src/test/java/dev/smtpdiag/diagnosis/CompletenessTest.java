package dev.smtpdiag.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Stage;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever ends a walk, exactly one rule names the cause. */
final class CompletenessTest {

    private static final Set<Failure> AT_ANY_REPLY = EnumSet.of(
            Failure.UNEXPECTED_REPLY,
            Failure.SILENCE,
            Failure.CLOSED,
            Failure.MALFORMED,
            Failure.HANDSHAKE,
            Failure.TIME_SPENT);

    /** Which failures a session can record at which step, replies apart. */
    private static final Map<Stage, Set<Failure>> POSSIBLE = Map.of(
            Stage.RESOLVE, EnumSet.of(Failure.NAME_NOT_FOUND),
            Stage.CONNECT,
                    EnumSet.of(
                            Failure.CONNECTION_REFUSED,
                            Failure.UNREACHABLE,
                            Failure.CONNECT_TIMEOUT,
                            Failure.CLOSED,
                            Failure.TIME_SPENT),
            Stage.TLS, EnumSet.of(Failure.HANDSHAKE, Failure.WRONG_TLS_MODE, Failure.MALFORMED, Failure.SILENCE),
            Stage.GREETING, with(Failure.WRONG_TLS_MODE),
            Stage.EHLO, with(),
            Stage.STARTTLS, with(Failure.NOT_OFFERED),
            Stage.EHLO_TLS, with(),
            Stage.AUTH, with(Failure.NOT_OFFERED, Failure.NO_COMMON_MECHANISM, Failure.SERVER_UNPROVEN),
            Stage.MAIL, with(),
            Stage.RCPT, with());

    private static final List<String> TEXTS = List.of(
            "",
            "5.7.8 Error: authentication failed",
            "5.7.0 Must issue a STARTTLS command first",
            "5.7.1 Authentication required",
            "5.7.1 <bob@example.net>: Relay access denied",
            "5.7.1 Relaying denied, SMTP AUTH over TLS please, HELO name blocked by spamhaus",
            "4.7.1 Greylisted, try again later",
            "5.1.1 User unknown",
            "5.7.1 Error: no client certificate presented",
            "5.7.1 Sender address rejected: not owned by user alice, blocked",
            "4.2.2 Mailbox full, over quota, account locked");

    private static final List<Integer> CODES = List.of(
            421, 432, 450, 451, 452, 454, 500, 501, 502, 503, 504, 521, 523, 524, 525, 530, 534, 535, 538, 550, 551,
            552, 553, 554, 555, 556, 599);

    @TestFactory
    Stream<DynamicTest> namesOneCauseOfEveryFailure() {
        return POSSIBLE.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(failure -> DynamicTest.dynamicTest(
                                failure.id() + " at " + entry.getKey().id(),
                                () -> everyWayTo(entry.getKey())
                                        .forEach(walk -> assertOneError(
                                                walk.at(entry.getKey()).fails(failure), "")))));
    }

    @TestFactory
    Stream<DynamicTest> namesOneCauseOfEveryRefusal() {
        return Stream.of(Stage.GREETING, Stage.EHLO, Stage.STARTTLS, Stage.EHLO_TLS, Stage.AUTH, Stage.MAIL, Stage.RCPT)
                .map(stage -> DynamicTest.dynamicTest(stage.id(), () -> refuse(stage)));
    }

    private static void refuse(Stage stage) {
        for (int code : CODES) {
            for (String text : TEXTS) {
                String reply = code + " " + text;
                everyWayTo(stage)
                        .forEach(walk -> assertOneError(
                                walk.at(stage)
                                        .sends("RCPT TO:<bob@example.net>")
                                        .gets(reply)
                                        .fails(Failure.NEGATIVE_REPLY),
                                reply));
            }
        }
    }

    /** In clear and under TLS, with a login and without one, as far as the step allows. */
    private static List<Walk> everyWayTo(Stage stage) {
        List<Walk> ways = new ArrayList<>();
        ways.add(start().connected());
        if (stage.compareTo(Stage.EHLO) > 0) {
            ways.add(start().greeted().ehlo("250-mx.example.com", "250-STARTTLS", "250 AUTH PLAIN"));
            ways.add(start().login().greeted().ehlo("250-mx.example.com", "250 AUTH GSSAPI"));
        }
        if (stage.compareTo(Stage.STARTTLS) > 0) {
            ways.add(start().login().securedByStartTls("250-mx.example.com", "250 AUTH PLAIN"));
        }
        if (stage.compareTo(Stage.AUTH) > 0) {
            ways.add(start().loggedIn());
        }
        return ways;
    }

    private static Walk start() {
        return Walk.to("mx.example.com:587").envelope("alice@example.com", "bob@example.net");
    }

    private static void assertOneError(Walk walk, String reply) {
        Diagnosis diagnosis = walk.diagnosis();
        List<String> errors = diagnosis.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(Finding::id)
                .toList();
        assertEquals(List.of(), diagnosis.crashes());
        assertEquals(1, errors.size(), reply + " " + errors);
        diagnosis.findings().forEach(finding -> {
            int remedies = Words.of(finding).remedies();
            assertEquals(true, remedies >= 1 && remedies <= 5, remedies + " remedies: " + finding);
        });
    }

    private static Set<Failure> with(Failure... more) {
        Set<Failure> all = EnumSet.copyOf(AT_ANY_REPLY);
        all.addAll(List.of(more));
        return all;
    }
}
