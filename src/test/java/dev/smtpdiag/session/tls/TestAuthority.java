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
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

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
