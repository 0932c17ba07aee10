package dev.smtpdiag.diagnosis;

import dev.smtpdiag.plan.Plan;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.Step;
import dev.smtpdiag.transcript.Transcript;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a transcript means.
 *
 * @param findings the most likely cause first, then by severity
 * @param crashes rules that failed by a bug of ours
 */
public record Diagnosis(List<Finding> findings, List<Outcome.RuleCrashed> crashes) {

    public Diagnosis {
        findings = List.copyOf(findings);
        crashes = List.copyOf(crashes);
    }

    /**
     * Applies every rule.
     *
     * @param startedAt when the probe began, by our clock
     */
    public static Diagnosis of(Plan plan, Transcript transcript, Instant startedAt) {
        return of(Rules.ALL, new Case(plan, transcript, startedAt));
    }

    static Diagnosis of(List<Rule> rules, Case subject) {
        List<Finding> findings = new ArrayList<>();
        List<Outcome.RuleCrashed> crashes = new ArrayList<>();
        for (Rule rule : rules) {
            Outcome outcome = apply(rule, subject);
            if (outcome instanceof Finding finding) {
                findings.add(finding);
            } else if (outcome instanceof Outcome.RuleCrashed crash) {
                crashes.add(crash);
            }
        }
        List<Stage> order =
                subject.transcript().steps().stream().map(Step::stage).toList();
        findings.sort(Comparator.comparing(Finding::severity)
                .reversed()
                .thenComparing((Finding finding) -> order.indexOf(finding.stage()))
                .thenComparing(Finding::confidence));
        return new Diagnosis(findings, crashes);
    }

    /** The one most likely cause of what went wrong; nothing when nothing did. */
    public Optional<Finding> verdict() {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .findFirst();
    }

    private static Outcome apply(Rule rule, Case subject) {
        try {
            return rule.appliesTo(subject) ? rule.evaluate(subject) : Outcome.NOT_APPLICABLE;
        } catch (RuntimeException e) {
            return new Outcome.RuleCrashed(rule.id(), e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }
}
