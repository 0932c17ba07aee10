package dev.smtpdiag.simulate;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority that signs certificates (RFC 5280 4). */
final class Issuer {

    private static final int SERIAL_BITS = 120;

    private final X500Name name;
    private final KeyPair keys;
    private final X509Certificate certificate;

    private Issuer(X500Name name, KeyPair keys, X509Certificate certificate) {
        this.name = name;
        this.keys = keys;
        this.certificate = certificate;
    }

    /** An authority above which there is none. */
    static Issuer root(String commonName, Validity validity) {
        KeyPair keys = Keys.ellipticCurve();
        X500Name name = nameOf(commonName);
        return new Issuer(name, keys, make(() -> {
            X509v3CertificateBuilder builder = builder(name, keys.getPublic(), name, keys.getPublic(), validity);
            addAuthority(builder, new BasicConstraints(true));
            return sign(builder, keys.getPrivate());
        }));
    }

    static X509Certificate selfSigned(KeyPair keys, List<String> names, Validity validity) {
        X500Name name = nameOf(names.get(0));
        return make(() -> {
            X509v3CertificateBuilder builder = builder(name, keys.getPublic(), name, keys.getPublic(), validity);
            addServer(builder, names);
            return sign(builder, keys.getPrivate());
        });
    }

    X509Certificate certificate() {
        return certificate;
    }

    /** An authority that this one vouches for, and that can sign server certificates only. */
    Issuer subordinate(String commonName, Validity validity) {
        KeyPair own = Keys.ellipticCurve();
        X500Name ownName = nameOf(commonName);
        return new Issuer(ownName, own, make(() -> {
            X509v3CertificateBuilder builder = builder(name, keys.getPublic(), ownName, own.getPublic(), validity);
            addAuthority(builder, new BasicConstraints(0));
            return sign(builder, keys.getPrivate());
        }));
    }

    /**
     * A server certificate.
     *
     * @param names DNS names and IPv4 addresses; the first is the subject, too
     */
    X509Certificate leaf(PublicKey key, List<String> names, Validity validity) {
        return make(() -> {
            X509v3CertificateBuilder builder = builder(name, keys.getPublic(), nameOf(names.get(0)), key, validity);
            addServer(builder, names);
            return sign(builder, keys.getPrivate());
        });
    }

    /** What can go wrong only if the Java runtime lacks what every Java runtime has. */
    @FunctionalInterface
    private interface Recipe {
        X509Certificate make() throws GeneralSecurityException, OperatorCreationException, IOException;
    }

    private static X509Certificate make(Recipe recipe) {
        try {
            return recipe.make();
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("this Java runtime cannot make a certificate: " + e.getMessage(), e);
        }
    }

    private static X509v3CertificateBuilder builder(
            X500Name issuer, PublicKey issuerKey, X500Name subject, PublicKey key, Validity validity)
            throws GeneralSecurityException, IOException {
        JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
        return new JcaX509v3CertificateBuilder(
                        issuer,
                        new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(0),
                        Date.from(validity.from()),
                        Date.from(validity.until()),
                        subject,
                        key)
                .addExtension(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(key))
                .addExtension(
                        Extension.authorityKeyIdentifier, false, identifiers.createAuthorityKeyIdentifier(issuerKey));
    }

    private static void addAuthority(X509v3CertificateBuilder builder, BasicConstraints constraints)
            throws IOException {
        builder.addExtension(Extension.basicConstraints, true, constraints);
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    }

    private static void addServer(X509v3CertificateBuilder builder, List<String> names) throws IOException {
        GeneralName[] alternatives = names.stream()
                .map(name -> new GeneralName(isAddress(name) ? GeneralName.iPAddress : GeneralName.dNSName, name))
                .toArray(GeneralName[]::new);
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(alternatives));
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
    }

    private static X500Name nameOf(String commonName) {
        return new X500Name("CN=" + commonName);
    }

    private static boolean isAddress(String name) {
        return name.matches("[0-9.]+");
    }
}
