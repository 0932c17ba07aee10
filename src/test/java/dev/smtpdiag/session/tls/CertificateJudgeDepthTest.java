package dev.smtpdiag.session.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.plan.Pin;
import dev.smtpdiag.session.tls.TestAuthority.Days;
import dev.smtpdiag.transcript.CertificateFacts;
import dev.smtpdiag.transcript.CertificateProblem;
import dev.smtpdiag.transcript.TrustView;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.Test;

/** What goes beyond trust, name and dates. */
class CertificateJudgeDepthTest {

    private static final String HOST = "mail.example";
    private static final TestAuthority ROOT = TestChains.root();
    private static final TestAuthority MIDDLE = TestChains.intermediate();
    private static final TestAuthority STRANGER = TestAuthority.root("Strange Root", Days.GOOD);
    private static final TestAuthority LEAF = MIDDLE.leaf(Days.GOOD, HOST);
    private static final TrustedAuthorities TRUSTED = TrustedAuthorities.load(List.of(ROOT.certificate()));
    private static final CertificateJudge JUDGE = new CertificateJudge(TRUSTED);
    private static final List<X509Certificate> CHAIN = TestChains.chain(LEAF, MIDDLE);

    private static Judgement judge(
            List<X509Certificate> chain, List<byte[]> status, List<X509Certificate> fetched, List<Pin> pins, int days) {
        return JUDGE.judge(new Evidence(chain, HOST, Instant.now(), status, fetched, pins, days));
    }

    private static List<String> said(List<CertificateProblem> problems) {
        return problems.stream()
                .map(problem -> problem.kind() + "@" + problem.position() + " " + problem.detail())
                .toList();
    }

    private static List<String> remarks(TestAuthority... chain) {
        return said(judge(TestChains.chain(chain), List.of(), List.of(), List.of(), 14)
                .remarks());
    }

    @Test
    void aGoodChainIsWorthNoRemark() {
        assertEquals(List.of(), remarks(LEAF, MIDDLE));
        assertEquals(List.of(), remarks(LEAF, MIDDLE, ROOT));
    }

    @Test
    void theWrongOrder() {
        TestAuthority lower = MIDDLE.intermediate("Lower Intermediate", Days.GOOD);
        TestAuthority leaf = lower.leaf(Days.GOOD, HOST);
        Judgement judgement = judge(TestChains.chain(leaf, MIDDLE, lower), List.of(), List.of(), List.of(), 14);
        assertEquals(List.of(), said(judgement.problems()));
        assertEquals(List.of("WRONG_ORDER@1 Test Intermediate"), said(judgement.remarks()));
    }

    @Test
    void aCertificateThatDoesNotBelongThere() {
        assertEquals(List.of("UNRELATED@1 Strange Root"), remarks(LEAF, STRANGER, MIDDLE));
        assertEquals(List.of("UNRELATED@2 Test Intermediate"), remarks(LEAF, MIDDLE, MIDDLE));
    }

    @Test
    void anEndThatIsNear() {
        List<CertificateProblem> soon =
                judge(CHAIN, List.of(), List.of(), List.of(), 91).remarks();
        assertEquals(1, soon.size());
        assertEquals(CertificateProblem.Kind.EXPIRES_SOON, soon.get(0).kind());
        assertEquals(
                List.of(), judge(CHAIN, List.of(), List.of(), List.of(), 80).remarks());
    }

    @Test
    void aLifeThatIsTooLong() {
        assertEquals(List.of("LONG_LIVED@0 825"), remarks(MIDDLE.leaf(new Days(-10, 816), HOST), MIDDLE));
        ValidityCheck check =
                new ValidityCheck(ChainPath.of(TestChains.chain(MIDDLE.leaf(new Days(-10, 390), HOST))), Instant.now());
        assertTrue(check.tooLong(true).isPresent(), "more than the 398 days, or fewer, of public authorities");
        assertFalse(check.tooLong(false).isPresent());
    }

    @Test
    void aPurposeThatIsAnother() {
        TestAuthority client = MIDDLE.leafFor(KeyPurposeId.id_kp_clientAuth, HOST);
        assertEquals(
                List.of("WRONG_USAGE@0 extendedKeyUsage clientAuth"),
                said(judge(TestChains.chain(client, MIDDLE), List.of(), List.of(), List.of(), 14)
                        .problems()));
        TestAuthority server = MIDDLE.leafFor(KeyPurposeId.id_kp_serverAuth, HOST);
        assertEquals(List.of(), remarks(server, MIDDLE));
    }

    @Test
    void aPin() {
        CertificateFacts own = CertificateJudge.facts(CHAIN).get(0);
        Pin key = Pin.parse("sha256//" + own.pin());
        Pin certificate = Pin.parse(own.sha256());
        Pin other = new Pin(Pin.Kind.CERTIFICATE, "0".repeat(64));
        assertEquals(
                List.of(), judge(CHAIN, List.of(), List.of(), List.of(key), 14).problems());
        assertEquals(
                List.of(),
                judge(CHAIN, List.of(), List.of(), List.of(other, certificate), 14)
                        .problems());
        assertEquals(
                List.of("WRONG_PIN@0 " + own.sha256()),
                said(judge(CHAIN, List.of(), List.of(), List.of(other), 14).problems()));
    }

    @Test
    void aStatusThatSaysRevoked() {
        assertEquals(List.of("REVOKED@0 key compromise"), said(withStatus(MIDDLE.status(LEAF.certificate(), true))));
        assertEquals(List.of(), said(withStatus(MIDDLE.status(LEAF.certificate(), false))));
    }

    @Test
    void aStatusThatNobodyHasToBelieve() {
        assertEquals(List.of(), said(withStatus(STRANGER.status(LEAF.certificate(), true))));
        assertEquals(List.of(), said(withStatus(new byte[] {0x30, 3, 10, 1, 6})));
        assertEquals(List.of(), said(withStatus(new byte[0])));
    }

    private static List<CertificateProblem> withStatus(byte[] status) {
        return judge(CHAIN, List.of(status), List.of(), List.of(), 14).problems();
    }

    @Test
    void whatWasFetchedDecidesWhatIsMissing() {
        List<X509Certificate> alone = TestChains.chain(LEAF);
        List<X509Certificate> fetched = TestChains.chain(MIDDLE);
        assertTrue(JUDGE.lacksIssuer(alone));
        assertFalse(JUDGE.lacksIssuer(CHAIN));
        assertTrue(JUDGE.completes(alone, fetched));
        assertEquals(
                List.of("MISSING_INTERMEDIATE@0 Test Intermediate"),
                said(judge(alone, List.of(), fetched, List.of(), 14).problems()));
        TestAuthority strange = STRANGER.intermediate("Strange Intermediate", Days.GOOD);
        assertEquals(
                List.of("UNKNOWN_ISSUER@0 Strange Intermediate"),
                said(judge(
                                TestChains.chain(strange.leaf(Days.GOOD, HOST)),
                                List.of(),
                                TestChains.chain(strange, STRANGER),
                                List.of(),
                                14)
                        .problems()));
    }

    @Test
    void whereTheIssuerCanBeFetched() {
        TestAuthority leaf = MIDDLE.leafFor(KeyPurposeId.id_kp_serverAuth, HOST);
        assertEquals(
                "http://ca.example/r3.cer",
                CertificateJudge.facts(TestChains.chain(leaf)).get(0).caIssuers());
        assertEquals("", CertificateJudge.facts(CHAIN).get(0).caIssuers());
    }

    @Test
    void everyStoreIsAsked() {
        MachineTrust machine = new MachineTrust(
                TrustView.Kind.JVM, Optional.of("/opt/java/cacerts"), List.of(new SystemStore("/no/such/file", true)));
        List<TrustView> views = new TrustComparison(TRUSTED, machine).of(CHAIN, List.of("ca.pem"));
        assertEquals(
                List.of("jvm ", "cacert Test Root"),
                views.stream()
                        .map(view -> view.kind().id() + " " + view.authority())
                        .toList());
        assertEquals(1, views.get(1).size());
        assertEquals(List.of(), new TrustComparison(TRUSTED, MachineTrust.UNKNOWN).of(CHAIN, List.of("ca.pem")));
    }
}
