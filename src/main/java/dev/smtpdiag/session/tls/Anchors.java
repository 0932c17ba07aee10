package dev.smtpdiag.session.tls;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out whether a chain leads to one of several authorities (RFC 5280 6.1). */
final class Anchors {

    private Anchors() {}

    /**
     * The authority that the chain leads to, if there is one.
     *
     * @param moment at which it is to hold
     */
    static Optional<X509Certificate> reached(
            List<X509Certificate> chain, Collection<X509Certificate> anchors, Date moment) {
        if (anchors.contains(chain.get(0))) {
            return Optional.of(chain.get(0));
        }
        try {
            Set<TrustAnchor> trusted = new LinkedHashSet<>();
            anchors.forEach(anchor -> trusted.add(new TrustAnchor(anchor, null)));
            if (trusted.isEmpty()) {
                return Optional.empty();
            }
            X509CertSelector leaf = new X509CertSelector();
            leaf.setCertificate(chain.get(0));
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(trusted, leaf);
            parameters.setRevocationEnabled(false);
            parameters.setDate(moment);
            parameters.addCertStore(
                    CertStore.getInstance("Collection", new CollectionCertStoreParameters(List.copyOf(chain))));
            PKIXCertPathBuilderResult path = (PKIXCertPathBuilderResult)
                    CertPathBuilder.getInstance("PKIX").build(parameters);
            return Optional.of(path.getTrustAnchor().getTrustedCert());
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }
}
