package dev.smtpdiag.simulate;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The certificates of one server, made when they are first asked for and kept for its life.
 *
 * <p>A root signs an intermediate, and the intermediate signs what the server shows.
 */
final class Certificates {

    /** What a client can reach the server as. */
    static final List<String> NAMES = List.of("mx.example.com", "localhost", "127.0.0.1");

    static final List<String> WRONG_NAMES = List.of("www.example.net", "example.net");

    /** Half a day more than the 63 days that a report is to show all day long. */
    private static final Duration LIFE = Duration.ofDays(63).plusHours(12);

    /**
     * What the server shows and proves.
     *
     * @param chain as the server sends it, its own certificate first
     */
    private record Identity(PrivateKey key, List<X509Certificate> chain) {}

    private final Instant now;
    private final Map<CertificateKind, SSLContext> contexts = new EnumMap<>(CertificateKind.class);
    private @Nullable Issuer root;
    private @Nullable Issuer intermediate;

    Certificates(Instant now) {
        this.now = now;
    }

    /** The root, which a client has to trust. */
    synchronized X509Certificate authority() {
        return root().certificate();
    }

    /** What a TLS server needs to show a certificate of this kind. */
    synchronized SSLContext context(CertificateKind kind) {
        return contexts.computeIfAbsent(kind, wanted -> {
            try {
                return contextOf(make(wanted));
            } catch (GeneralSecurityException | IOException e) {
                throw new IllegalStateException("this Java runtime cannot serve TLS: " + e.getMessage(), e);
            }
        });
    }

    private Identity make(CertificateKind kind) {
        return switch (kind) {
            case GOOD -> issued(intermediate(), Keys.ellipticCurve(), NAMES, current());
            case WRONG_NAME -> issued(intermediate(), Keys.ellipticCurve(), WRONG_NAMES, current());
            case WEAK -> issued(intermediate(), Keys.shortRsa(), NAMES, current());
            case EXPIRED -> issued(intermediate(), Keys.ellipticCurve(), NAMES, new Validity(days(-90), days(-3)));
            case NOT_YET_VALID -> issued(intermediate(), Keys.ellipticCurve(), NAMES, new Validity(days(2), days(92)));
            case MISSING_INTERMEDIATE -> {
                Identity complete = issued(intermediate(), Keys.ellipticCurve(), NAMES, current());
                yield new Identity(complete.key(), complete.chain().subList(0, 1));
            }
            case UNKNOWN_CA -> {
                Issuer stranger = Issuer.root("Unheard-of Root", authorityLife());
                yield issued(
                        stranger.subordinate("Unheard-of Issuing CA 1", authorityLife()),
                        Keys.ellipticCurve(),
                        NAMES,
                        current());
            }
            case SELF_SIGNED -> {
                KeyPair keys = Keys.ellipticCurve();
                yield new Identity(keys.getPrivate(), List.of(Issuer.selfSigned(keys, NAMES, current())));
            }
        };
    }

    private static Identity issued(Issuer issuer, KeyPair keys, List<String> names, Validity validity) {
        X509Certificate leaf = issuer.leaf(keys.getPublic(), names, validity);
        return new Identity(keys.getPrivate(), List.of(leaf, issuer.certificate()));
    }

    private Issuer root() {
        if (root == null) {
            root = Issuer.root("Example Root CA", authorityLife());
        }
        return root;
    }

    private Issuer intermediate() {
        if (intermediate == null) {
            intermediate = root().subordinate("Example Issuing CA 1", authorityLife());
        }
        return intermediate;
    }

    private Validity current() {
        return new Validity(now.minus(Duration.ofHours(1)), now.plus(LIFE));
    }

    private Validity authorityLife() {
        return new Validity(days(-1000), days(1000));
    }

    private Instant days(long days) {
        return now.plus(Duration.ofDays(days));
    }

    private static SSLContext contextOf(Identity identity) throws GeneralSecurityException, IOException {
        char[] noPassword = new char[0];
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", identity.key(), noPassword, identity.chain().toArray(new X509Certificate[0]));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, noPassword);
        SSLContext context = SSLContext.getInstance("TLS");
        // No trust managers rather than null, which would load those of the JVM for nothing.
        context.init(keys.getKeyManagers(), new TrustManager[0], null);
        return context;
    }
}
