package dev.smtpdiag.session.tls;

import dev.smtpdiag.plan.ClientCertificate;
import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Shows the certificate of the client when the server asks for one, and notes that it did (RFC 8446 4.3.2).
 *
 * <p>Shows it also when the server names other authorities: what it makes of that is its own decision to tell.
 */
final class ClientKeys extends X509ExtendedKeyManager {

    private static final String ALIAS = "client";
    /** Some servers name every authority that they know. */
    private static final int MOST_NAMES = 20;

    private final @Nullable ClientCertificate certificate;
    private boolean asked;
    private boolean shown;
    private List<String> authorities = List.of();
    private int authorityCount;

    ClientKeys(Optional<ClientCertificate> certificate) {
        this.certificate = certificate.orElse(null);
    }

    /** What the server asked for; nothing when it did not. */
    Optional<CertificateRequest> request() {
        return asked ? Optional.of(new CertificateRequest(authorities, authorityCount, shown)) : Optional.empty();
    }

    @Override
    public @Nullable String chooseEngineClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        note(issuers == null ? new Principal[0] : issuers);
        ClientCertificate own = certificate;
        if (own == null) {
            return null;
        }
        String algorithm = own.key().getAlgorithm();
        for (String type : keyTypes) {
            if (type.equalsIgnoreCase(algorithm)) {
                shown = true;
                return ALIAS;
            }
        }
        return null;
    }

    private void note(Principal[] issuers) {
        asked = true;
        List<String> names = new ArrayList<>();
        for (Principal issuer : issuers) {
            if (names.size() < MOST_NAMES) {
                names.add(issuer.getName());
            }
        }
        authorities = List.copyOf(names);
        authorityCount = issuers.length;
    }

    @Override
    public @Nullable String chooseClientAlias(String[] types, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return chooseEngineClientAlias(types, issuers, null);
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        ClientCertificate own = certificate;
        return own == null ? null : own.chain().toArray(new X509Certificate[0]);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        ClientCertificate own = certificate;
        return own == null ? null : own.key();
    }

    @Override
    public String @Nullable [] getClientAliases(String type, Principal @Nullable [] issuers) {
        return certificate == null ? null : new String[] {ALIAS};
    }

    @Override
    public String @Nullable [] getServerAliases(String type, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseServerAlias(String type, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}
