package dev.smtpdiag.diagnosis;

import dev.smtpdiag.plan.Addressing;
import dev.smtpdiag.plan.AuthWishes;
import dev.smtpdiag.plan.Credentials;
import dev.smtpdiag.plan.Envelope;
import dev.smtpdiag.plan.Plan;
import dev.smtpdiag.plan.StopAfter;
import dev.smtpdiag.plan.Target;
import dev.smtpdiag.plan.Timeouts;
import dev.smtpdiag.plan.TlsMode;
import dev.smtpdiag.plan.TlsWishes;
import dev.smtpdiag.plan.Trust;
import dev.smtpdiag.smtp.Reply;
import dev.smtpdiag.smtp.Secret;
import dev.smtpdiag.transcript.CertificateFacts;
import dev.smtpdiag.transcript.CertificateProblem;
import dev.smtpdiag.transcript.Endpoint;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A walk told step by step, as a session would have recorded it. Starts with a name that resolves to nothing yet. */
final class Walk extends Story<Walk> {

    static final Instant TODAY = Instant.parse("2026-05-20T12:00:00Z");

    private final Target target;
    private TlsMode tlsMode;
    private StopAfter stopAfter = StopAfter.RCPT;
    private Optional<Credentials> credentials = Optional.empty();
    private boolean allowPlaintextAuth;
    private Optional<String> from = Optional.empty();
    private List<String> to = List.of();
    private boolean insecure;
    private Addressing addressing = Addressing.DEFAULT;
    private AuthWishes auth = AuthWishes.DEFAULT;
    private TlsWishes tls = TlsWishes.DEFAULT;

    private Walk(String target) {
        this.target = Target.parse(target);
        this.tlsMode = this.target.defaultMode();
    }

    static Walk to(String target) {
        return new Walk(target);
    }

    @Override
    Walk self() {
        return this;
    }

    // What is asked for.

    Walk mode(TlsMode mode) {
        tlsMode = mode;
        return this;
    }

    Walk login(String user, String password) {
        credentials = Optional.of(new Credentials(user, Secret.of(password)));
        return this;
    }

    Walk login() {
        return login("alice@example.com", "canary-Pa55word");
    }

    Walk auth(AuthWishes wishes) {
        auth = wishes;
        return this;
    }

    Walk allowPlaintextAuth() {
        allowPlaintextAuth = true;
        return this;
    }

    Walk envelope(String sender, String... recipients) {
        from = Optional.of(sender);
        to = List.of(recipients);
        return this;
    }

    Walk stopAfter(StopAfter last) {
        stopAfter = last;
        return this;
    }

    Walk insecure() {
        insecure = true;
        return this;
    }

    Walk family(Addressing.Family family) {
        addressing = new Addressing(family, addressing.overrides(), addressing.connectTo());
        return this;
    }

    Walk tls(TlsWishes wishes) {
        tls = wishes;
        return this;
    }

    Walk connectTo(String other) {
        addressing = new Addressing(addressing.family(), addressing.overrides(), Optional.of(Target.parse(other)));
        return this;
    }

    // What happens, step by step.

    Walk judges(List<CertificateFacts> chain, CertificateProblem... problems) {
        return then(() -> recorder()
                .record(stamp ->
                        new Event.CertificateJudged(stamp, target.host(), chain, List.of(problems), TODAY, insecure)));
    }

    Walk unresolved(String detail) {
        return at(Stage.RESOLVE)
                .then(() -> recorder()
                        .record(stamp -> new Event.ResolveFailed(
                                stamp, addressing.destination(target).host(), detail, pass())))
                .fails(Failure.NAME_NOT_FOUND);
    }

    Walk resolved(String... addresses) {
        return at(Stage.RESOLVE)
                .then(() -> recorder()
                        .record(stamp -> new Event.AddressesResolved(stamp, target.host(), List.of(addresses), pass())))
                .passes();
    }

    /** One address that cannot be connected to; the step goes on. */
    Walk triesInVain(String address, Failure failure) {
        return at(Stage.CONNECT)
                .then(() -> recorder()
                        .record(stamp -> new Event.ConnectFailed(
                                stamp, new Endpoint(address, target.port()), failure, "no", pass())));
    }

    Walk connected() {
        return resolved("192.0.2.10")
                .at(Stage.CONNECT)
                .then(() -> recorder()
                        .record(stamp -> new Event.Connected(
                                stamp,
                                new Endpoint("192.0.2.10", target.port()),
                                new Endpoint("192.0.2.99", 40000),
                                pass())))
                .passes();
    }

    Walk greeting(String... lines) {
        return at(Stage.GREETING).gets(lines).decidedBy(lines, 220);
    }

    Walk greeted() {
        return connected().greeting("220 mx.example.com ESMTP");
    }

    Walk ehlo(String... lines) {
        return at(Stage.EHLO).sends("EHLO client.example.org").gets(lines).decidedBy(lines, 250);
    }

    Walk ehloAs(String name, String... lines) {
        return at(Stage.EHLO).sends("EHLO " + name).gets(lines).decidedBy(lines, 250);
    }

    /** EHLO is not known, HELO is the next try. */
    Walk helo(String... lines) {
        return at(Stage.EHLO)
                .sends("EHLO client.example.org")
                .gets("502 5.5.2 Error: command not recognized")
                .decides(Event.Decision.HELO_FALLBACK)
                .sends("HELO client.example.org")
                .gets(lines)
                .decidedBy(lines, 250);
    }

    Walk startTls(String... lines) {
        return at(Stage.STARTTLS).sends("STARTTLS").gets(lines).decidedBy(lines, 220);
    }

    /** The handshake passes, and the certificate has these problems. */
    Walk secured(CertificateProblem... problems) {
        return secured(List.of(certificate("mx.example.com")), problems);
    }

    Walk secured(List<CertificateFacts> chain, CertificateProblem... problems) {
        return at(Stage.TLS)
                .then(() -> {
                    recorder().secured();
                    recorder()
                            .record(stamp ->
                                    new Event.TlsEstablished(stamp, "TLSv1.3", "TLS_AES_256_GCM_SHA384", pass()));
                })
                .judges(chain, problems)
                .passes();
    }

    /** Up to EHLO under TLS, by STARTTLS. */
    Walk securedByStartTls(String... ehloLines) {
        return greeted()
                .ehlo("250-mx.example.com", "250 STARTTLS")
                .startTls("220 2.0.0 Ready")
                .secured()
                .ehloUnderTls(ehloLines);
    }

    /** From a greeting in clear to EHLO under TLS. */
    Walk securedAfterGreeting() {
        return ehlo("250-mx.example.com", "250 STARTTLS")
                .startTls("220 2.0.0 Ready")
                .secured()
                .ehloUnderTls("250 mx.example.com");
    }

    Walk ehloUnderTls(String... lines) {
        return at(Stage.EHLO_TLS).sends("EHLO client.example.org").gets(lines).decidedBy(lines, 250);
    }

    Walk auth(String... lines) {
        return at(Stage.AUTH).sends("AUTH PLAIN " + Secret.MASK).gets(lines).decidedBy(lines, 235);
    }

    /** Under TLS, logged in. */
    Walk loggedIn() {
        return login().securedByStartTls("250-mx.example.com", "250 AUTH PLAIN").auth("235 2.7.0 Welcome");
    }

    Walk mail(String... lines) {
        return at(Stage.MAIL)
                .sends("MAIL FROM:<" + from.orElse("") + ">")
                .gets(lines)
                .decidedBy(lines, 250);
    }

    Walk rcpt(String... lines) {
        return at(Stage.RCPT).sends("RCPT TO:<" + to.get(0) + ">").gets(lines).decidedBy(lines, 250);
    }

    private Walk decidedBy(String[] lines, int code) {
        Reply reply = parse(lines);
        if (reply.is(code)) {
            return passes();
        }
        return fails(reply.isPositive() ? Failure.UNEXPECTED_REPLY : Failure.NEGATIVE_REPLY);
    }

    // What comes of it.

    Case asCase() {
        Plan plan = new Plan(
                target,
                tlsMode,
                stopAfter,
                Optional.empty(),
                Timeouts.DEFAULT,
                credentials,
                allowPlaintextAuth,
                new Envelope(from, to),
                new Trust(insecure, List.of()),
                addressing,
                auth,
                tls);
        return new Case(
                plan, tell(recorder -> credentials.ifPresent(login -> recorder.protect(login.password()))), TODAY);
    }

    Diagnosis diagnosis() {
        Case subject = asCase();
        return Diagnosis.of(subject.plan(), subject.transcript(), subject.startedAt());
    }

    /** A certificate of an authority, good for another 60 days, for these names. */
    static CertificateFacts certificate(String... names) {
        return new CertificateFacts(
                "CN=" + (names.length == 0 ? "mx.example.com" : names[0]),
                "CN=Example CA R3,O=Example",
                TODAY.minus(Duration.ofDays(30)),
                TODAY.plus(Duration.ofDays(60)),
                List.of(names),
                "RSA 2048",
                "SHA256withRSA",
                "00".repeat(32),
                false);
    }
}
