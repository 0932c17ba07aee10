package dev.smtpdiag.session.tls;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * A certificate with its key: an authority, or a server's own.
 *
 * @param certificate RFC 5280
 * @param keys of the certificate
 */
public record TestAuthority(X509Certificate certificate, KeyPair keys) {

    /** When a certificate is valid, relative to now, in days. */
    public record Days(int from, int until) {
        public static final Days GOOD = new Days(-10, 90);
        public static final Days EXPIRED = new Days(-10, -1);
        public static final Days NOT_YET = new Days(1, 90);
    }

    private static final AtomicLong SERIAL = new AtomicLong(1);

    static KeyPair ec() {
        return keys("EC", 256);
    }

    static KeyPair rsa(int bits) {
        return keys("RSA", bits);
    }

    static TestAuthority root(String name, Days days) {
        KeyPair keys = ec();
        X500Name subject = new X500Name("CN=" + name);
        return new TestAuthority(make(subject, keys, subject, keys, "SHA256withECDSA", days, true, List.of()), keys);
    }

    static TestAuthority selfSigned(List<String> names) {
        KeyPair keys = ec();
        X500Name subject = new X500Name("CN=" + names.get(0));
        return new TestAuthority(make(subject, keys, subject, keys, "SHA256withECDSA", Days.GOOD, false, names), keys);
    }

    TestAuthority intermediate(String name, Days days) {
        KeyPair own = ec();
        X500Name subject = new X500Name("CN=" + name);
        return new TestAuthority(make(issuer(), keys, subject, own, hash("SHA256"), days, true, List.of()), own);
    }

    TestAuthority leaf(Days days, String... names) {
        return leaf(ec(), "SHA256", days, names);
    }

    TestAuthority leaf(KeyPair own, String hash, Days days, String... names) {
        X500Name subject = new X500Name("CN=" + names[0]);
        return new TestAuthority(make(issuer(), keys, subject, own, hash(hash), days, false, List.of(names)), own);
    }

    /** A server's own with this purpose and no other (RFC 5280 4.2.1.12). */
    TestAuthority leafFor(KeyPurposeId purpose, String name) {
        return leafFor(purpose, name, "http://ca.example/r3.cer");
    }

    /** The same, which says where its issuer can be fetched. */
    TestAuthority leafFor(KeyPurposeId purpose, String name, String issuerAt) {
        KeyPair own = ec();
        X500Name subject = new X500Name("CN=" + name);
        return new TestAuthority(
                make(issuer(), keys, subject, own, hash("SHA256"), Days.GOOD, false, List.of(name), builder -> {
                    builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
                    builder.addExtension(
                            Extension.authorityInfoAccess,
                            false,
                            new AuthorityInformationAccess(
                                    AccessDescription.id_ad_caIssuers,
                                    new GeneralName(GeneralName.uniformResourceIdentifier, issuerAt)));
                }),
                own);
    }

    /** What this authority says about a certificate that it withdrew (RFC 6960), or did not. */
    byte[] status(X509Certificate about, boolean revoked) {
        try {
            DigestCalculator sha1 =
                    new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1);
            X509CertificateHolder own = new X509CertificateHolder(certificate.getEncoded());
            CertificateID id = new CertificateID(sha1, own, about.getSerialNumber());
            CertificateStatus status = revoked
                    ? new RevokedStatus(Date.from(Instant.now()), CRLReason.keyCompromise)
                    : CertificateStatus.GOOD;
            BasicOCSPResp basic = new BasicOCSPRespBuilder(new RespID(own.getSubject()))
                    .addResponse(id, status, Date.from(Instant.now().minusSeconds(60)), daysFromNow(1), null)
                    .build(
                            new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()),
                            new X509CertificateHolder[] {own},
                            Date.from(Instant.now().minusSeconds(60)));
            return new OCSPRespBuilder()
                    .build(OCSPRespBuilder.SUCCESSFUL, basic)
                    .getEncoded();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** An authority with an RSA key, which can sign with old hashes. */
    TestAuthority rsaIntermediate(String name, int bits) {
        KeyPair own = rsa(bits);
        X500Name subject = new X500Name("CN=" + name);
        return new TestAuthority(make(issuer(), keys, subject, own, hash("SHA256"), Days.GOOD, true, List.of()), own);
    }

    private X500Name issuer() {
        return new X500Name(certificate.getSubjectX500Principal().getName());
    }

    private String hash(String name) {
        return name + "with" + (keys.getPublic().getAlgorithm().equals("RSA") ? "RSA" : "ECDSA");
    }

    private static X509Certificate make(
            X500Name issuer,
            KeyPair issuerKeys,
            X500Name subject,
            KeyPair keys,
            String algorithm,
            Days days,
            boolean authority,
            List<String> names) {
        return make(issuer, issuerKeys, subject, keys, algorithm, days, authority, names, builder -> {});
    }

    /** Adds to a certificate what only some have. */
    @FunctionalInterface
    private interface More {
        void addTo(X509v3CertificateBuilder builder) throws java.io.IOException;
    }

    private static X509Certificate make(
            X500Name issuer,
            KeyPair issuerKeys,
            X500Name subject,
            KeyPair keys,
            String algorithm,
            Days days,
            boolean authority,
            List<String> names,
            More more) {
        try {
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    BigInteger.valueOf(SERIAL.getAndIncrement()),
                    daysFromNow(days.from()),
                    daysFromNow(days.until()),
                    subject,
                    keys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (authority) {
                builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
            }
            if (!names.isEmpty()) {
                builder.addExtension(Extension.subjectAlternativeName, false, alternatives(names));
            }
            more.addTo(builder);
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder(algorithm).build(issuerKeys.getPrivate())));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static GeneralNames alternatives(List<String> names) {
        List<GeneralName> all = new ArrayList<>();
        for (String name : names) {
            boolean address = name.indexOf(':') >= 0 || name.matches("[0-9.]+");
            all.add(new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, name));
        }
        return new GeneralNames(all.toArray(new GeneralName[0]));
    }

    private static Date daysFromNow(int days) {
        return Date.from(Instant.now().plus(Duration.ofDays(days)));
    }

    private static KeyPair keys(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
