package dev.smtpdiag.session.tls;

import dev.smtpdiag.transcript.CertificateProblem;
import java.util.List;

/**
 * What is to be said of a chain.
 *
 * @param problems why it is not valid, the strongest first; none when it is
 * @param remarks what is worth knowing besides
 */
public record Judgement(List<CertificateProblem> problems, List<CertificateProblem> remarks) {

    public Judgement {
        problems = List.copyOf(problems);
        remarks = List.copyOf(remarks);
    }
}
