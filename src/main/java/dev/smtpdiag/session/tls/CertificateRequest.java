package dev.smtpdiag.session.tls;

import java.util.List;

/**
 * The server asked for a certificate of the client (RFC 8446 4.3.2).
 *
 * @param authorities whose certificates it takes, at most some twenty of them; none when it does not say
 * @param authorityCount how many it named
 * @param shown whether it got one
 */
public record CertificateRequest(List<String> authorities, int authorityCount, boolean shown) {

    public CertificateRequest {
        authorities = List.copyOf(authorities);
    }
}
