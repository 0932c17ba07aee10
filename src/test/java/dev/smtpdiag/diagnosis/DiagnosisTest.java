package dev.smtpdiag.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.transcript.CertificateProblem;
import dev.smtpdiag.transcript.CertificateProblem.Kind;
import dev.smtpdiag.transcript.Stage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DiagnosisTest {

    private static final Walk REFUSED = Walk.to("mx.example.com:587")
            .login()
            .securedByStartTls("250-mx.example.com", "250 AUTH PLAIN")
            .auth("535 5.7.8 Error: authentication failed");

    @Test
    void goesOnAfterARuleThatCrashes() {
        List<Rule> rules = new ArrayList<>(Rules.ALL);
        rules.add(0, new CrashingRule());
        Diagnosis diagnosis = Diagnosis.of(rules, REFUSED.asCase());
        assertEquals(
                List.of(new Outcome.RuleCrashed("test.crash", "IllegalStateException: a bug")), diagnosis.crashes());
        assertEquals("auth.rejected", diagnosis.verdict().orElseThrow().id());
    }

    @Test
    void findsNothingInAHealthyWalk() {
        Diagnosis diagnosis = Walk.to("mx.example.com:587")
                .envelope("alice@example.com", "bob@example.net")
                .loggedIn()
                .mail("250 2.1.0 Ok")
                .rcpt("250 2.1.5 Ok")
                .diagnosis();
        assertEquals(List.of(), diagnosis.findings());
        assertTrue(diagnosis.verdict().isEmpty());
    }

    @Test
    void takesTheEarlierOfTwoErrorsAsVerdict() {
        Diagnosis diagnosis = Walk.to("mx.example.com:465")
                .envelope("alice@example.com")
                .connected()
                .secured(new CertificateProblem(Kind.NAME_MISMATCH, 0, "mx.example.net"))
                .greeting("220 mx.example.com")
                .ehlo("250 mx.example.com")
                .mail("550 5.7.1 No")
                .diagnosis();
        assertEquals(
                List.of("certificate.name", "mail.refused"),
                diagnosis.findings().stream().map(Finding::id).toList());
    }

    @Test
    void pointsAtTheLineThatShowsIt() {
        Case subject = REFUSED.asCase();
        Finding finding = Diagnosis.of(subject.plan(), subject.transcript(), subject.startedAt())
                .verdict()
                .orElseThrow();
        int line = subject.transcript()
                .step(Stage.AUTH)
                .orElseThrow()
                .replyEvent()
                .orElseThrow()
                .stamp()
                .line();
        assertEquals(List.of(line), finding.evidence());
        assertEquals(Stage.AUTH, finding.stage());
    }

    @Test
    void isTheSameEachTime() {
        Case subject = REFUSED.asCase();
        assertEquals(
                Diagnosis.of(subject.plan(), subject.transcript(), subject.startedAt()),
                Diagnosis.of(subject.plan(), subject.transcript(), subject.startedAt()));
    }

    private static final class CrashingRule implements Rule {
        @Override
        public String id() {
            return "test.crash";
        }

        @Override
        public Severity severity() {
            return Severity.ERROR;
        }

        @Override
        public Basis basis() {
            return Basis.PRACTICE;
        }

        @Override
        public String citation() {
            return "RFC 5321 1";
        }

        @Override
        public boolean appliesTo(Case subject) {
            return true;
        }

        @Override
        public Outcome evaluate(Case subject) {
            throw new IllegalStateException("a bug");
        }
    }
}
