package dev.smtpdiag.scan;

import dev.smtpdiag.scan.hello.NamedGroup;
import dev.smtpdiag.scan.hello.ProtocolVersion;
import dev.smtpdiag.scan.hello.ServerHello;
import dev.smtpdiag.session.tls.CertificateJudge;
import dev.smtpdiag.transcript.CertificateFacts;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What answers show beside what was asked for: certificates and features. */
final class Observations {

    private static final int MOST_CERTIFICATES = 8;

    private final List<ServerCertificate> certificates = new ArrayList<>();
    private final Map<ProtocolVersion, Known> resumption = new EnumMap<>(ProtocolVersion.class);
    private Known secureRenegotiation = Known.UNKNOWN;
    private Known extendedMasterSecret = Known.UNKNOWN;
    private Known encryptThenMac = Known.UNKNOWN;
    private Known compression = Known.UNKNOWN;
    private Known sessionIds = Known.UNKNOWN;
    private Known sessionTickets = Known.UNKNOWN;
    private Known stapling = Known.UNKNOWN;
    private Known clientCertificate = Known.UNKNOWN;

    /** Notes what the choice of a suite showed. */
    void note(ProtocolVersion version, CipherSuite suite, Answer.Agreed agreed) {
        if (version == ProtocolVersion.TLS_1_3) {
            return; // all of it is encrypted
        }
        ServerHello hello = agreed.hello();
        if (version != ProtocolVersion.SSL_3_0) {
            // Only the newest version that was noted counts: old ones know less.
            extendedMasterSecret = first(extendedMasterSecret, hello.extendedMasterSecret());
            sessionTickets = first(sessionTickets, hello.sessionTicket());
            if (suite.cipher().endsWith("CBC")) {
                encryptThenMac = first(encryptThenMac, hello.encryptThenMac());
            }
            if (!suite.authentication().equals("none")) {
                stapling = any(stapling, agreed.flight().stapled());
            }
        }
        secureRenegotiation = first(secureRenegotiation, hello.secureRenegotiation());
        compression = any(compression, hello.compression() != 0);
        sessionIds = any(sessionIds, hello.sessionId());
        clientCertificate = any(clientCertificate, agreed.flight().clientCertificate());
        note(version, parse(agreed.flight().certificates()));
    }

    /** Notes a chain that the TLS library received. */
    void note(ProtocolVersion version, List<CertificateFacts> chain, boolean stapled) {
        note(version, chain);
        stapling = any(stapling, stapled);
    }

    void resumed(ProtocolVersion version, Known resumed) {
        resumption.put(version, resumed);
    }

    List<ServerCertificate> certificates() {
        return certificates;
    }

    Features features() {
        return new Features(
                secureRenegotiation,
                extendedMasterSecret,
                encryptThenMac,
                compression,
                sessionIds,
                sessionTickets,
                stapling,
                clientCertificate,
                resumption);
    }

    /** The curve of the certificate with an EC key, if there is one. */
    Optional<NamedGroup> certificateCurve() {
        for (ServerCertificate certificate : certificates) {
            switch (certificate.facts().key()) {
                case "EC 256" -> {
                    return Optional.of(NamedGroup.of(23));
                }
                case "EC 384" -> {
                    return Optional.of(NamedGroup.of(24));
                }
                case "EC 521" -> {
                    return Optional.of(NamedGroup.of(25));
                }
                default -> {
                    // not one of the three that certificates use
                }
            }
        }
        return Optional.empty();
    }

    private void note(ProtocolVersion version, List<CertificateFacts> chain) {
        if (chain.isEmpty()) {
            return;
        }
        CertificateFacts own = chain.get(0);
        for (int i = 0; i < certificates.size(); i++) {
            ServerCertificate known = certificates.get(i);
            if (known.facts().sha256().equals(own.sha256())) {
                if (!known.versions().contains(version)) {
                    List<ProtocolVersion> versions = new ArrayList<>(known.versions());
                    versions.add(version);
                    certificates.set(i, new ServerCertificate(known.facts(), known.chain(), versions));
                }
                return;
            }
        }
        if (certificates.size() < MOST_CERTIFICATES) {
            certificates.add(new ServerCertificate(own, chain.size(), List.of(version)));
        }
    }

    private static List<CertificateFacts> parse(List<byte[]> encoded) {
        List<X509Certificate> chain = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (byte[] certificate : encoded) {
                chain.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(certificate)));
            }
        } catch (CertificateException e) {
            return List.of(); // a chain that cannot be read has nothing to show
        }
        return CertificateJudge.facts(chain);
    }

    private static Known first(Known known, boolean now) {
        return known == Known.UNKNOWN ? Known.of(now) : known;
    }

    private static Known any(Known known, boolean now) {
        return known == Known.YES ? Known.YES : Known.of(now);
    }
}
