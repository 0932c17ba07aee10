package dev.smtpdiag.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A walk, and all that is to be found in it. */
final class Example {

    final String name;
    final Walk walk;
    Optional<String> verdict = Optional.empty();
    final Set<String> remarks = new TreeSet<>();
    final Set<String> nearMisses = new TreeSet<>();
    final Set<String> guards = new TreeSet<>();
    final Map<String, String> arguments = new HashMap<>();
    Optional<Confidence> confidence = Optional.empty();

    private Example(String name, Walk walk) {
        this.name = name;
        this.walk = walk;
    }

    static Example of(String name, Walk walk) {
        return new Example(name, walk);
    }

    /** The one error, or nothing else than the remarks. */
    Example finds(String id) {
        verdict = Optional.of(id);
        return this;
    }

    /** Findings below an error, all of them. */
    Example remarks(String... ids) {
        remarks.addAll(Arrays.asList(ids));
        return this;
    }

    /** Rules that this walk comes close to, and that must not speak. */
    Example butNot(String... ids) {
        nearMisses.addAll(Arrays.asList(ids));
        return this;
    }

    /** Every guard that lets an item appear in the words of the verdict, or of the first remark where there is none. */
    Example showing(String... names) {
        guards.addAll(Arrays.asList(names));
        return this;
    }

    Example with(String argument, String value) {
        arguments.put(argument, value);
        return this;
    }

    Example being(Confidence expected) {
        confidence = Optional.of(expected);
        return this;
    }

    /** The id that {@link #showing} and {@link #with} are about. */
    Optional<String> subject() {
        return verdict.or(() -> remarks.stream().findFirst());
    }

    static List<Example> all() {
        List<Example> all = new ArrayList<>();
        all.addAll(ConnectionExamples.all());
        all.addAll(TlsExamples.all());
        all.addAll(TlsOptionExamples.all());
        all.addAll(CertificateExamples.all());
        all.addAll(CertificateDepthExamples.all());
        all.addAll(CertificateRemarkExamples.all());
        all.addAll(AuthExamples.all());
        all.addAll(AuthPolicyExamples.all());
        all.addAll(LoginSlipExamples.all());
        all.addAll(TokenExamples.all());
        all.addAll(AuthMechanismExamples.all());
        all.addAll(TransactionExamples.all());
        all.addAll(SessionExamples.all());
        return all;
    }

    @Override
    public String toString() {
        return name;
    }
}
