package dev.smtpdiag.session.tls;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where the certificate of an issuer can be fetched: the CA Issuers entry of authorityInfoAccess (RFC 5280 4.2.2.1). */
final class AuthorityInformation {

    private static final String EXTENSION = "1.3.6.1.5.5.7.1.1";
    /** 1.3.6.1.5.5.7.48.2 */
    private static final byte[] CA_ISSUERS = {0x2b, 6, 1, 5, 5, 7, 0x30, 2};
    /** [6] IA5String in GeneralName. */
    private static final int URI = 0x86;

    private static final int LONGEST = 500;

    private AuthorityInformation() {}

    /** The first address that HTTP can fetch. */
    static Optional<String> caIssuers(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(EXTENSION);
        if (extension == null) {
            return Optional.empty();
        }
        return Der.all(extension).stream()
                .flatMap(string -> string.children().stream())
                .flatMap(sequence -> sequence.children().stream())
                .map(Der::children)
                .filter(AuthorityInformation::isCaIssuers)
                .map(description -> new String(description.get(1).content(), StandardCharsets.ISO_8859_1))
                .filter(address -> address.length() <= LONGEST && address.matches("(?i)http://[!-~]+"))
                .findFirst();
    }

    private static boolean isCaIssuers(List<Der> description) {
        return description.size() == 2
                && Arrays.equals(description.get(0).content(), CA_ISSUERS)
                && description.get(1).tag() == URI;
    }
}
