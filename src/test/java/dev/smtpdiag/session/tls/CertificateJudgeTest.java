package dev.smtpdiag.session.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpdiag.session.tls.TestAuthority.Days;
import dev.smtpdiag.transcript.CertificateFacts;
import dev.smtpdiag.transcript.CertificateProblem;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateJudgeTest {

    private static final String HOST = "mail.example";
    private static final TestAuthority ROOT = TestChains.root();
    private static final TestAuthority MIDDLE = TestChains.intermediate();
    private static final CertificateJudge JUDGE =
            new CertificateJudge(TrustedAuthorities.load(List.of(ROOT.certificate())));

    /** The problems of a chain, as {@code KIND@position}, in the order in which they are reported. */
    private static List<String> problems(TestAuthority... chain) {
        return problemsFor(HOST, chain);
    }

    private static List<String> problemsFor(String host, TestAuthority... chain) {
        return judge(host, chain).stream()
                .map(problem -> problem.kind() + "@" + problem.position())
                .toList();
    }

    private static List<CertificateProblem> judge(String host, TestAuthority... chain) {
        return JUDGE.judge(Evidence.of(TestChains.chain(chain), host, Instant.now()))
                .problems();
    }

    @Test
    void aGoodChain() {
        assertEquals(List.of(), problems(MIDDLE.leaf(Days.GOOD, HOST), MIDDLE));
        assertEquals(List.of(), problems(MIDDLE.leaf(Days.GOOD, HOST), MIDDLE, ROOT));
        assertEquals(List.of(), problems(ROOT.leaf(Days.GOOD, HOST)));
        assertEquals(List.of(), problemsFor("a.example.org", ROOT.leaf(Days.GOOD, HOST, "*.example.org")));
        assertEquals(List.of(), problemsFor("192.0.2.1", ROOT.leaf(Days.GOOD, HOST, "192.0.2.1")));
        assertEquals(List.of(), problemsFor("2001:db8::1", ROOT.leaf(Days.GOOD, HOST, "2001:db8::1")));
    }

    @Test
    void anExpiredLeaf() {
        TestAuthority leaf = MIDDLE.leaf(Days.EXPIRED, HOST);
        assertEquals(List.of("EXPIRED@0"), problems(leaf, MIDDLE));
        assertEquals(
                leaf.certificate().getNotAfter().toInstant().toString(),
                judge(HOST, leaf, MIDDLE).get(0).detail());
    }

    @Test
    void anExpiredIntermediate() {
        TestAuthority expired = ROOT.intermediate("Old Intermediate", Days.EXPIRED);
        assertEquals(List.of("EXPIRED@1"), problems(expired.leaf(Days.GOOD, HOST), expired));
        assertEquals(List.of("EXPIRED@0", "EXPIRED@1"), problems(expired.leaf(Days.EXPIRED, HOST), expired));
    }

    @Test
    void aLeafOfTheFuture() {
        TestAuthority leaf = MIDDLE.leaf(Days.NOT_YET, HOST);
        assertEquals(List.of("NOT_YET_VALID@0"), problems(leaf, MIDDLE));
        assertEquals(
                leaf.certificate().getNotBefore().toInstant().toString(),
                judge(HOST, leaf, MIDDLE).get(0).detail());
    }

    @Test
    void aSelfSignedLeaf() {
        assertEquals(List.of("SELF_SIGNED@0"), problems(TestAuthority.selfSigned(List.of(HOST))));
    }

    @Test
    void aMissingIntermediate() {
        CertificateProblem problem = judge(HOST, MIDDLE.leaf(Days.GOOD, HOST)).get(0);
        assertEquals(
                new CertificateProblem(CertificateProblem.Kind.MISSING_INTERMEDIATE, 0, "Test Intermediate"), problem);
        assertEquals(List.of("MISSING_INTERMEDIATE@0"), problems(MIDDLE.leaf(Days.GOOD, HOST)));
    }

    @Test
    void anUnknownRoot() {
        TestAuthority strange = TestAuthority.root("Strange Root", Days.GOOD);
        TestAuthority middle = strange.intermediate("Strange Intermediate", Days.GOOD);
        TestAuthority leaf = middle.leaf(Days.GOOD, HOST);
        assertEquals(List.of("UNKNOWN_ISSUER@1"), problems(leaf, middle));
        assertEquals("Strange Root", judge(HOST, leaf, middle).get(0).detail());
        assertEquals(List.of("UNKNOWN_ISSUER@2"), problems(leaf, middle, strange));
        assertEquals(List.of("UNKNOWN_ISSUER@0"), problems(strange.leaf(Days.GOOD, HOST)));
    }

    @Test
    void aStrangerWithTheNameOfATrustedAuthority() {
        TestAuthority impostor = TestAuthority.root("Test Root", Days.GOOD);
        assertEquals(List.of("INVALID@0"), problems(impostor.leaf(Days.GOOD, HOST)));
    }

    @Test
    void aLeafThatIsNoAuthority() {
        TestAuthority leaf = MIDDLE.leaf(Days.GOOD, "other.example");
        List<String> found = problems(leaf.leaf(Days.GOOD, HOST), leaf, MIDDLE);
        assertEquals(List.of("WRONG_USAGE@1"), found);
    }

    @Test
    void theWrongName() {
        TestAuthority leaf = MIDDLE.leaf(Days.GOOD, "a.example", "b.example");
        assertEquals(List.of("NAME_MISMATCH@0"), problems(leaf, MIDDLE));
        assertEquals("a.example, b.example", judge(HOST, leaf, MIDDLE).get(0).detail());
    }

    @Test
    void aWeakKey() {
        TestAuthority leaf = MIDDLE.leaf(TestAuthority.rsa(1024), "SHA256", Days.GOOD, HOST);
        assertEquals(List.of("TOO_WEAK@0"), problems(leaf, MIDDLE));
        assertEquals("RSA 1024", judge(HOST, leaf, MIDDLE).get(0).detail());
        TestAuthority strong = MIDDLE.leaf(TestAuthority.rsa(2048), "SHA256", Days.GOOD, HOST);
        assertEquals(List.of(), problems(strong, MIDDLE));
    }

    @Test
    void aBrokenHash() {
        TestAuthority rsa = ROOT.rsaIntermediate("RSA Intermediate", 2048);
        TestAuthority leaf = rsa.leaf(TestAuthority.ec(), "SHA1", Days.GOOD, HOST);
        assertEquals(List.of("TOO_WEAK@0"), problems(leaf, rsa));
        assertEquals("SHA1withRSA", judge(HOST, leaf, rsa).get(0).detail());
    }

    @Test
    void severalFaultsTheStrongestFirst() {
        TestAuthority leaf = TestAuthority.root("Strange Root", Days.GOOD)
                .intermediate("Strange Intermediate", Days.GOOD)
                .leaf(TestAuthority.rsa(1024), "SHA256", Days.EXPIRED, "other.example");
        assertEquals(List.of("EXPIRED@0", "NAME_MISMATCH@0", "MISSING_INTERMEDIATE@0", "TOO_WEAK@0"), problems(leaf));
    }

    @Test
    void anExpiredCertificateThatWasNeverTrusted() {
        TestAuthority strange = TestAuthority.root("Strange Root", Days.GOOD);
        assertEquals(List.of("EXPIRED@0", "UNKNOWN_ISSUER@1"), problems(strange.leaf(Days.EXPIRED, HOST), strange));
    }

    @Test
    void theFactsOfAChain() {
        TestAuthority leaf = MIDDLE.leaf(Days.GOOD, HOST, "192.0.2.1");
        List<CertificateFacts> facts = CertificateJudge.facts(TestChains.chain(leaf, MIDDLE, ROOT));
        assertEquals(
                List.of(HOST, "Test Intermediate", "Test Root"),
                facts.stream().map(CertificateFacts::subjectName).toList());
        CertificateFacts own = facts.get(0);
        assertEquals("Test Intermediate", own.issuerName());
        assertEquals(List.of(HOST, "192.0.2.1"), own.names());
        assertEquals("EC 256", own.key());
        assertEquals("SHA256withECDSA", own.signature());
        assertTrue(own.sha256().matches("[0-9a-f]{64}"), own.sha256());
        assertEquals(leaf.certificate().getNotAfter().toInstant(), own.notAfter());
        assertEquals(leaf.certificate().getNotBefore().toInstant(), own.notBefore());
        assertFalse(own.selfSigned());
        assertTrue(facts.get(2).selfSigned());
        assertEquals(List.of(), facts.get(2).names());
    }

    @ParameterizedTest
    @ValueSource(ints = {1024, 3072})
    void theSizeOfAnRsaKey(int bits) {
        TestAuthority leaf = MIDDLE.leaf(TestAuthority.rsa(bits), "SHA256", Days.GOOD, HOST);
        assertEquals(
                "RSA " + bits,
                CertificateJudge.facts(TestChains.chain(leaf)).get(0).key());
    }
}
