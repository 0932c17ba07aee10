package dev.smtpdiag.scan;

import dev.smtpdiag.scan.hello.ProtocolVersion;
import dev.smtpdiag.transcript.CertificateFacts;
import java.util.List;

/**
 * A certificate of the server, for one type of key.
 *
 * @param facts of the server's own certificate
 * @param chain how many certificates were sent
 * @param versions in which it was seen
 */
public record ServerCertificate(CertificateFacts facts, int chain, List<ProtocolVersion> versions) {

    public ServerCertificate {
        versions = List.copyOf(versions);
    }

    /** {@code RSA}, {@code EC}, {@code EdDSA}. */
    public String keyType() {
        int space = facts.key().indexOf(' ');
        return space < 0 ? facts.key() : facts.key().substring(0, space);
    }
}
