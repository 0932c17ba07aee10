package dev.smtpdiag.diagnosis;

import dev.smtpdiag.diagnosis.rules.AuthFewIterations;
import dev.smtpdiag.diagnosis.rules.AuthMechanismFails;
import dev.smtpdiag.diagnosis.rules.AuthNoCommonMechanism;
import dev.smtpdiag.diagnosis.rules.AuthNotOffered;
import dev.smtpdiag.diagnosis.rules.AuthNotUsable;
import dev.smtpdiag.diagnosis.rules.AuthOfferedInClear;
import dev.smtpdiag.diagnosis.rules.AuthOnlyAfterTls;
import dev.smtpdiag.diagnosis.rules.AuthRejected;
import dev.smtpdiag.diagnosis.rules.AuthRequired;
import dev.smtpdiag.diagnosis.rules.AuthServerUnproven;
import dev.smtpdiag.diagnosis.rules.AuthSuspectLogin;
import dev.smtpdiag.diagnosis.rules.AuthTemporary;
import dev.smtpdiag.diagnosis.rules.AuthTlsRequired;
import dev.smtpdiag.diagnosis.rules.CertificateFault;
import dev.smtpdiag.diagnosis.rules.CertificateRemark;
import dev.smtpdiag.diagnosis.rules.EhloHeloOnly;
import dev.smtpdiag.diagnosis.rules.EhloRefused;
import dev.smtpdiag.diagnosis.rules.EhloRefusedAfterTls;
import dev.smtpdiag.diagnosis.rules.GreetingBusy;
import dev.smtpdiag.diagnosis.rules.GreetingNotSmtp;
import dev.smtpdiag.diagnosis.rules.GreetingRejected;
import dev.smtpdiag.diagnosis.rules.GreetingSilent;
import dev.smtpdiag.diagnosis.rules.GreetingSlow;
import dev.smtpdiag.diagnosis.rules.ImplicitTlsOnStartTlsPort;
import dev.smtpdiag.diagnosis.rules.MailRefused;
import dev.smtpdiag.diagnosis.rules.NameNotFound;
import dev.smtpdiag.diagnosis.rules.NoConnection;
import dev.smtpdiag.diagnosis.rules.ProtocolMalformed;
import dev.smtpdiag.diagnosis.rules.ProtocolUnexpectedReply;
import dev.smtpdiag.diagnosis.rules.RcptRefused;
import dev.smtpdiag.diagnosis.rules.RcptRelayDenied;
import dev.smtpdiag.diagnosis.rules.SessionClosed;
import dev.smtpdiag.diagnosis.rules.SessionInClear;
import dev.smtpdiag.diagnosis.rules.SessionSilent;
import dev.smtpdiag.diagnosis.rules.SessionTemporary;
import dev.smtpdiag.diagnosis.rules.SessionTimeSpent;
import dev.smtpdiag.diagnosis.rules.StartTlsInjection;
import dev.smtpdiag.diagnosis.rules.StartTlsMissing;
import dev.smtpdiag.diagnosis.rules.StartTlsOnImplicitTlsPort;
import dev.smtpdiag.diagnosis.rules.StartTlsRefused;
import dev.smtpdiag.diagnosis.rules.TlsCertificateRequested;
import dev.smtpdiag.diagnosis.rules.TlsClientCertificate;
import dev.smtpdiag.diagnosis.rules.TlsHandshake;
import dev.smtpdiag.diagnosis.rules.TlsSilent;
import dev.smtpdiag.diagnosis.rules.TokenFault;
import dev.smtpdiag.diagnosis.rules.TokenRefused;
import dev.smtpdiag.diagnosis.rules.TrustDiffers;
import java.util.List;
import java.util.stream.Stream;

/** Every rule there is, in the order of a walk, which decides where stage and confidence are equal. */
public final class Rules {

    /** What keeps a walk from going on; for every way in which a step can fail, one of them speaks. */
    private static final List<Rule> FAILURES = List.of(
            new NameNotFound(),
            NoConnection.refused(),
            NoConnection.timedOut(),
            NoConnection.unreachable(),
            new GreetingSilent(),
            new GreetingRejected(),
            new GreetingBusy(),
            new GreetingNotSmtp(),
            new ImplicitTlsOnStartTlsPort(),
            new StartTlsOnImplicitTlsPort(),
            new EhloRefused(),
            new EhloRefusedAfterTls(),
            new StartTlsMissing(),
            new StartTlsRefused(),
            new TlsHandshake(),
            new TlsSilent(),
            new TlsClientCertificate(),
            new AuthOnlyAfterTls(),
            new AuthNotOffered(),
            new AuthNoCommonMechanism(),
            new AuthServerUnproven(),
            new AuthNotUsable(),
            new AuthRejected(),
            TokenRefused.expired(),
            TokenRefused.scope(),
            TokenRefused.invalid(),
            new AuthMechanismFails(),
            new AuthTemporary(),
            new AuthTlsRequired(),
            new AuthRequired(),
            new MailRefused(),
            new RcptRefused(),
            new RcptRelayDenied(),
            new SessionTemporary(),
            new SessionClosed(),
            new SessionSilent(),
            new SessionTimeSpent(),
            new ProtocolMalformed(),
            new ProtocolUnexpectedReply());

    /** What is worth knowing beside that. */
    private static final List<Rule> REMARKS = List.of(
            new EhloHeloOnly(),
            new AuthOfferedInClear(),
            new AuthSuspectLogin(),
            new AuthFewIterations(),
            new TlsCertificateRequested(),
            new StartTlsInjection(),
            new SessionInClear(),
            new TrustDiffers(),
            new GreetingSlow());

    public static final List<Rule> ALL = Stream.of(
                    FAILURES, TokenFault.all(), CertificateFault.all(), CertificateRemark.all(), REMARKS)
            .<Rule>flatMap(List::stream)
            .toList();

    private Rules() {}
}
