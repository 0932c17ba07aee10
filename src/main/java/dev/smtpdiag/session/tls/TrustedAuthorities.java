package dev.smtpdiag.session.tls;

import dev.smtpdiag.plan.InvalidInputException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/** The authorities that this JVM trusts, and further ones that the user named. */
public final class TrustedAuthorities {

    private final List<X509TrustManager> managers = new ArrayList<>();
    private final List<X509Certificate> anchors = new ArrayList<>();
    private int ownAnchors;

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
            authorities.ownAnchors = authorities.anchors.size();
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
        return Anchors.reached(chain, anchors, moment).isPresent();
    }

    /** Whether the trust store of the JVM, which has the public authorities, leads to one of them by name. */
    boolean isPublic(List<X509Certificate> chain) {
        X509Certificate last = ChainPath.of(chain).last();
        return ofJvm().stream()
                .anyMatch(anchor ->
                        anchor.equals(last) || anchor.getSubjectX500Principal().equals(last.getIssuerX500Principal()));
    }

    /** The authorities of the trust store of the JVM. */
    List<X509Certificate> ofJvm() {
        return anchors.subList(0, ownAnchors);
    }

    /** The authorities that the user named. */
    List<X509Certificate> additional() {
        return anchors.subList(ownAnchors, anchors.size());
    }

    boolean knows(X509Certificate certificate) {
        return anchors.contains(certificate);
    }

    boolean knowsIssuerOf(X509Certificate certificate) {
        X500Principal issuer = certificate.getIssuerX500Principal();
        return anchors.stream()
                .anyMatch(anchor -> anchor.getSubjectX500Principal().equals(issuer));
    }

    /** The authority that signed a certificate, if it is trusted. */
    Optional<X509Certificate> issuerOf(X509Certificate certificate) {
        return anchors.stream()
                .filter(anchor -> anchor.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
                .filter(anchor -> ChainPath.signed(anchor, certificate))
                .findFirst();
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
