package dev.smtpdiag.session.tls;

import dev.smtpdiag.session.tls.TestAuthority.Days;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/** The authorities of the tests, made once, and what a server needs to show their certificates. */
public final class TestChains {

    private static final TestAuthority ROOT = TestAuthority.root("Test Root", Days.GOOD);
    private static final TestAuthority INTERMEDIATE = ROOT.intermediate("Test Intermediate", Days.GOOD);

    private TestChains() {}

    /** The authority that the tests trust. */
    public static TestAuthority root() {
        return ROOT;
    }

    /** An authority that the trusted one vouches for. */
    static TestAuthority intermediate() {
        return INTERMEDIATE;
    }

    /** A server with a valid certificate for this name. */
    public static SSLContext good(String name) {
        return server(INTERMEDIATE.leaf(Days.GOOD, name), INTERMEDIATE);
    }

    /** A server's certificate that says where its issuer can be fetched, and that issuer. */
    public static List<X509Certificate> naming(String issuerAt, String name) {
        return chain(INTERMEDIATE.leafFor(KeyPurposeId.id_kp_serverAuth, name, issuerAt), INTERMEDIATE);
    }

    /** A server whose certificate nobody vouches for. */
    public static SSLContext selfSigned(String name) {
        return server(TestAuthority.selfSigned(List.of(name)));
    }

    static SSLContext server(TestAuthority leaf, TestAuthority... above) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            Certificate[] chain = Stream.concat(Stream.of(leaf), Stream.of(above))
                    .map(TestAuthority::certificate)
                    .toArray(Certificate[]::new);
            store.setKeyEntry("server", leaf.keys().getPrivate(), new char[0], chain);
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, new char[0]);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    static List<X509Certificate> chain(TestAuthority... authorities) {
        return Stream.of(authorities).map(TestAuthority::certificate).toList();
    }
}
