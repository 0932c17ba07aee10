package dev.smtpdiag.session.tls;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How the certificates that a server sent hang together: from its own to the last issuer that it sent (RFC 5280 6.1).
 *
 * @param chain as sent
 * @param positions of those on the way, the server's own first
 */
record ChainPath(List<X509Certificate> chain, List<Integer> positions) {

    static ChainPath of(List<X509Certificate> chain) {
        Set<Integer> positions = new LinkedHashSet<>();
        int at = 0;
        while (at >= 0 && positions.add(at)) {
            at = issuerOf(chain, at, positions);
        }
        return new ChainPath(chain, List.copyOf(positions));
    }

    /** Where the way ends: the certificate whose issuer was not sent, or that is its own issuer. */
    int top() {
        return positions.get(positions.size() - 1);
    }

    X509Certificate last() {
        return chain.get(top());
    }

    List<X509Certificate> certificates() {
        return positions.stream().map(chain::get).toList();
    }

    /** The first that stands before one that it vouches for, or -1: RFC 8446 4.4.2 wants them in order. */
    int firstOutOfOrder() {
        for (int i = 1; i < positions.size(); i++) {
            if (positions.get(i) < positions.get(i - 1)) {
                return positions.get(i);
            }
        }
        return -1;
    }

    /** Those that have nothing to do with the server's own; other forms of the same authority have, copies have not. */
    List<Integer> unrelated() {
        List<Integer> unrelated = new ArrayList<>();
        for (int i = 0; i < chain.size(); i++) {
            if (!positions.contains(i) && !isOfTheWay(chain.get(i))) {
                unrelated.add(i);
            }
        }
        return unrelated;
    }

    private boolean isOfTheWay(X509Certificate other) {
        List<X509Certificate> own = certificates();
        return !own.contains(other)
                && own.stream()
                        .anyMatch(known -> known.getIssuerX500Principal().equals(other.getSubjectX500Principal())
                                || known.getSubjectX500Principal().equals(other.getSubjectX500Principal()));
    }

    /** The position of the issuer, or -1 when there is none. */
    private static int issuerOf(List<X509Certificate> chain, int position, Set<Integer> taken) {
        X509Certificate certificate = chain.get(position);
        if (certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return -1;
        }
        int byName = -1;
        for (int i = 0; i < chain.size(); i++) {
            boolean named = chain.get(i).getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
            if (!taken.contains(i) && named) {
                if (signed(chain.get(i), certificate)) {
                    return i;
                }
                byName = byName < 0 ? i : byName;
            }
        }
        return byName;
    }

    static boolean signed(X509Certificate issuer, X509Certificate certificate) {
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
