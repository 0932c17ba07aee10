package dev.smtpdiag.session.tls;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a certificate is for: its subjectAltName extension (RFC 5280 4.2.1.6).
 *
 * @param dnsNames entries of the type dNSName
 * @param addresses entries of the type iPAddress, as Java prints them
 */
record AlternativeNames(List<String> dnsNames, List<String> addresses) {

    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    static AlternativeNames of(X509Certificate certificate) {
        List<String> dnsNames = new ArrayList<>();
        List<String> addresses = new ArrayList<>();
        try {
            Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
            for (List<?> alternative : alternatives == null ? List.<List<?>>of() : alternatives) {
                int type = (Integer) alternative.get(0);
                if (type == DNS_NAME) {
                    dnsNames.add(String.valueOf(alternative.get(1)));
                } else if (type == IP_ADDRESS) {
                    addresses.add(String.valueOf(alternative.get(1)));
                }
            }
        } catch (CertificateParsingException e) {
            // A certificate whose names cannot be read has none that could match.
        }
        return new AlternativeNames(dnsNames, addresses);
    }

    /** Both, for a reader. */
    List<String> all() {
        return Stream.concat(dnsNames.stream(), addresses.stream()).toList();
    }
}
