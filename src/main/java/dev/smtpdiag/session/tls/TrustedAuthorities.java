package dev.smtpdiag.session.tls;

import dev.smtpdiag.plan.InvalidInputException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/** The authorities that this JVM trusts, and further ones that the user named. */
public final class TrustedAuthorities {

    private final List<X509TrustManager> managers = new ArrayList<>();
    private final List<X509Certificate> anchors = new ArrayList<>();

    private TrustedAuthorities() {}

    /**
     * Loads them.
     *
     * @throws InvalidInputException when the trust store of the JVM cannot be read
     * @param additional authorities beside those of the JVM's trust store
     */
    public static TrustedAuthorities load(List<X509Certificate> additional) {
        TrustedAuthorities authorities = new TrustedAuthorities();
        try {
            authorities.add(null);
            if (!additional.isEmpty()) {
                authorities.add(storeOf(additional));
            }
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new InvalidInputException("trust.unreadable");
        }
        return authorities;
    }

    /** Why the chain is not trusted at present, in the words of the library, or null when it is. */
    @Nullable
    String refusal(List<X509Certificate> chain) {
        String refusal = "no trust store";
        for (X509TrustManager manager : managers) {
            try {
                manager.checkServerTrusted(chain.toArray(new X509Certificate[0]), "UNKNOWN");
                return null;
            } catch (CertificateException e) {
                refusal = String.valueOf(e.getMessage());
            }
        }
        return refusal;
    }

    /** Whether the chain would be trusted at another time. */
    boolean trustsAt(List<X509Certificate> chain, Date moment) {
        try {
            Set<TrustAnchor> trusted = new LinkedHashSet<>();
            anchors.forEach(anchor -> trusted.add(new TrustAnchor(anchor, null)));
            X509CertSelector leaf = new X509CertSelector();
            leaf.setCertificate(chain.get(0));
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(trusted, leaf);
            parameters.setRevocationEnabled(false);
            parameters.setDate(moment);
            parameters.addCertStore(
                    CertStore.getInstance("Collection", new CollectionCertStoreParameters(List.copyOf(chain))));
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    boolean knows(X509Certificate certificate) {
        return anchors.contains(certificate);
    }

    boolean knowsIssuerOf(X509Certificate certificate) {
        X500Principal issuer = certificate.getIssuerX500Principal();
        return anchors.stream()
                .anyMatch(anchor -> anchor.getSubjectX500Principal().equals(issuer));
    }

    private void add(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                managers.add(x509);
                anchors.addAll(List.of(x509.getAcceptedIssuers()));
            }
        }
    }

    private static KeyStore storeOf(List<X509Certificate> certificates)
            throws GeneralSecurityException, java.io.IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (int i = 0; i < certificates.size(); i++) {
            store.setCertificateEntry("additional-" + i, certificates.get(i));
        }
        return store;
    }
}
