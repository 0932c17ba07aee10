package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Case;
import dev.smtpdiag.transcript.CertificateFacts;
import dev.smtpdiag.transcript.Event;
import java.util.List;
import java.util.Optional;

/** What a closer look at a certificate for another name found: on a second connection, and in DNS. */
final class OtherNames {

    private OtherNames() {}

    static void describe(Draft draft, Case subject, Event.CertificateJudged judged) {
        Optional<Event.OtherCertificate> other = subject.transcript().first(Event.OtherCertificate.class);
        Optional<Event.NamesFound> found = subject.transcript().first(Event.NamesFound.class);
        boolean fits = other.filter(Event.OtherCertificate::matches).isPresent();
        boolean named = other.flatMap(Event.OtherCertificate::serverName).isPresent();
        boolean differs =
                other.filter(shown -> !shown.same() && !shown.chain().isEmpty()).isPresent();
        Optional<String> mx = fits ? Optional.empty() : matching(found, Event.NamesFound::mailExchangers);
        Optional<String> reverse =
                fits || mx.isPresent() ? Optional.empty() : matching(found, Event.NamesFound::reverse);
        Optional<String> plain = judged.chain().get(0).names().stream()
                .filter(name -> name.indexOf('*') < 0 && !name.matches("[0-9.]+|.*:.*"))
                .findFirst();
        draft.evidence(other)
                .evidence(found)
                .flag("fits-with", fits && named)
                .flag("fits-without", fits && !named)
                .flag("uncovered", !fits)
                .argument("mx", mx)
                .argument("reverse", reverse)
                .argument("suggestion", plain.filter(name -> !fits && mx.isEmpty() && reverse.isEmpty()))
                .flag(
                        "same-without",
                        !named && other.filter(Event.OtherCertificate::same).isPresent())
                .argument("other", other.filter(shown -> differs && !fits).map(OtherNames::names));
    }

    private static String names(Event.OtherCertificate shown) {
        CertificateFacts facts = shown.chain().get(0);
        return facts.names().isEmpty() ? facts.subjectName() : String.join(", ", facts.names());
    }

    private static Optional<String> matching(
            Optional<Event.NamesFound> found, java.util.function.Function<Event.NamesFound, List<String>> which) {
        return found.flatMap(names ->
                which.apply(names).stream().filter(names.matching()::contains).findFirst());
    }
}
