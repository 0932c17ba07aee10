package dev.smtpdiag.session.tls;

import dev.smtpdiag.transcript.TrustView;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/** Asks one trust store after the other whether it trusts a chain, its dates aside. */
public final class TrustComparison {

    private final TrustedAuthorities authorities;
    private final MachineTrust machine;

    public TrustComparison(TrustedAuthorities authorities, MachineTrust machine) {
        this.authorities = authorities;
        this.machine = machine;
    }

    /**
     * What each store says; nothing when no store of this machine is known.
     *
     * @param chain as sent, at least one certificate
     * @param files where the authorities come from that the user named
     */
    public List<TrustView> of(List<X509Certificate> chain, List<String> files) {
        List<TrustView> views = new ArrayList<>();
        Date moment = ValidityCheck.validMoment(ChainPath.of(chain));
        machine.jvmPlace()
                .ifPresent(place -> views.add(view(machine.jvm(), place, authorities.ofJvm(), chain, moment)));
        for (SystemStore store : machine.systemStores()) {
            List<X509Certificate> known = store.authorities();
            if (!known.isEmpty()) {
                views.add(view(TrustView.Kind.SYSTEM, store.place(), known, chain, moment));
            }
        }
        if (!views.isEmpty() && !files.isEmpty()) {
            String place = String.join(", ", files);
            views.add(view(TrustView.Kind.CACERT, place, authorities.additional(), chain, moment));
        }
        return views;
    }

    private static TrustView view(
            TrustView.Kind kind, String place, List<X509Certificate> known, List<X509Certificate> chain, Date moment) {
        String authority = Anchors.reached(chain, known, moment)
                .map(anchor -> CertificateReader.read(anchor).subjectName())
                .orElse("");
        return new TrustView(kind, place, known.size(), authority);
    }
}
