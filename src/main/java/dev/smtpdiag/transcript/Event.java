package dev.smtpdiag.transcript;

import dev.smtpdiag.smtp.MalformedReply;
import dev.smtpdiag.smtp.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened.
 *
 * <p>The events of a walk nest as its steps do: each step ends with exactly one {@link StepEnded}; between them stand
 * commands, replies and what went wrong.
 */
public sealed interface Event {

    Stamp stamp();

    /** How many lines of a printed transcript the event fills. */
    default int lineCount() {
        return 1;
    }

    /** The host name has these addresses. */
    record AddressesResolved(Stamp stamp, String host, List<String> addresses, Duration took) implements Event {
        public AddressesResolved {
            addresses = List.copyOf(addresses);
        }
    }

    /** The host name has no address that we may use. */
    record ResolveFailed(Stamp stamp, String host, String detail, Duration took) implements Event {}

    record Connected(Stamp stamp, Endpoint endpoint, Endpoint local, Duration took) implements Event {}

    record ConnectFailed(Stamp stamp, Endpoint endpoint, Failure failure, String detail, Duration took)
            implements Event {}

    /** A further address, tried only to see whether it answers. */
    record AddressTried(
            Stamp stamp, Endpoint endpoint, @Nullable Failure failure, Duration took) implements Event {}

    /**
     * @param protocol as JSSE names it, {@code TLSv1.3}
     */
    record TlsEstablished(Stamp stamp, String protocol, String cipherSuite, Duration took) implements Event {}

    /**
     * @param alert the alert that the server sent (RFC 8446 6), or null
     * @param detail what the TLS library said
     * @param plaintext what came instead of TLS, or empty
     * @param disabled the entries of {@code jdk.tls.disabledAlgorithms} that explain it, or null
     */
    record TlsFailed(
            Stamp stamp,
            @Nullable String alert,
            String detail,
            String plaintext,
            @Nullable String disabled,
            Duration took)
            implements Event {
        public TlsFailed(Stamp stamp, @Nullable String alert, String detail, String plaintext, Duration took) {
            this(stamp, alert, detail, plaintext, null, took);
        }
    }

    /**
     * The chain that the server sent, judged against our trust and the name we wanted.
     *
     * @param name the name that the certificate had to match
     * @param remarks what is worth knowing of a chain that may be valid
     * @param judgedAt our clock
     * @param waived whether problems were to be reported only
     */
    record CertificateJudged(
            Stamp stamp,
            String name,
            List<CertificateFacts> chain,
            List<CertificateProblem> problems,
            List<CertificateProblem> remarks,
            Instant judgedAt,
            boolean waived)
            implements Event {
        public CertificateJudged {
            chain = List.copyOf(chain);
            problems = List.copyOf(problems);
            remarks = List.copyOf(remarks);
        }

        public CertificateJudged(
                Stamp stamp,
                String name,
                List<CertificateFacts> chain,
                List<CertificateProblem> problems,
                Instant judgedAt,
                boolean waived) {
            this(stamp, name, chain, problems, List.of(), judgedAt, waived);
        }

        /** The problem that counts, if any: one that was not waived. Nobody asks for a pin and wants it ignored. */
        public Optional<CertificateProblem> decisive() {
            return problems.stream()
                    .filter(problem -> !waived || problem.kind() == CertificateProblem.Kind.WRONG_PIN)
                    .findFirst();
        }
    }

    /**
     * The server asked in the handshake for a certificate of the client (RFC 8446 4.3.2).
     *
     * @param authorities whose certificates it takes, as distinguished names; not all when there are many
     * @param authorityCount how many it named
     * @param shown whether it got one
     */
    record CertificateRequested(Stamp stamp, List<String> authorities, int authorityCount, boolean shown)
            implements Event {
        public CertificateRequested {
            authorities = List.copyOf(authorities);
        }
    }

    /**
     * What became of one mechanism, where several are tried or none can be.
     *
     * @param mechanism SASL mechanism, in upper case
     */
    record MechanismTried(Stamp stamp, String mechanism, Trial trial, Duration took) implements Event {}

    /**
     * @param display the command with secrets masked
     */
    record CommandSent(Stamp stamp, String display) implements Event {}

    /**
     * @param raw the octets as they came, one char an octet, secrets masked
     * @param took from the command, or from the connection, to the last octet
     */
    record ReplyReceived(Stamp stamp, Reply reply, String raw, Duration took) implements Event {
        @Override
        public int lineCount() {
            return reply.lines().size();
        }
    }

    record MalformedReceived(Stamp stamp, MalformedReply reply, String raw, Duration took) implements Event {}

    /**
     * What a second connection was shown, whose ClientHello named another host (RFC 6066 3).
     *
     * @param serverName what it named, if anything
     * @param chain the server's own certificate there; empty when none came
     * @param same whether it is the one of the first connection
     * @param matches whether it is for the name that was asked for
     * @param failure why none came, or empty
     */
    record OtherCertificate(
            Stamp stamp,
            Optional<String> serverName,
            List<CertificateFacts> chain,
            boolean same,
            boolean matches,
            String failure)
            implements Event {
        public OtherCertificate {
            chain = List.copyOf(chain);
        }
    }

    /**
     * Names that DNS has for the server, looked up when its certificate is for another name.
     *
     * @param reverse names of its address
     * @param mailExchangers of the domain that was asked for
     * @param matching those that the certificate is for
     */
    record NamesFound(Stamp stamp, List<String> reverse, List<String> mailExchangers, List<String> matching)
            implements Event {
        public NamesFound {
            reverse = List.copyOf(reverse);
            mailExchangers = List.copyOf(mailExchangers);
            matching = List.copyOf(matching);
        }
    }

    /** What each trust store of this machine makes of the chain. */
    record TrustCompared(Stamp stamp, List<TrustView> views) implements Event {
        public TrustCompared {
            views = List.copyOf(views);
        }

        @Override
        public int lineCount() {
            return views.size();
        }
    }

    /**
     * What came of fetching certificates that the server left out.
     *
     * @param completes whether the chain is trusted with them
     */
    record IntermediatesFetched(Stamp stamp, List<FetchedCertificate> attempts, boolean completes) implements Event {
        public IntermediatesFetched {
            attempts = List.copyOf(attempts);
        }

        @Override
        public int lineCount() {
            return attempts.size();
        }
    }

    /** Octets that came where none were due: behind a reply, or instead of TLS. */
    record UnexpectedBytes(Stamp stamp, String raw) implements Event {}

    /**
     * @param partial what had come of the reply by then
     */
    record TimedOut(Stamp stamp, Duration waited, String partial) implements Event {}

    /**
     * @param reset whether the connection was reset rather than closed in order
     */
    record Closed(Stamp stamp, boolean reset, String partial, Duration took) implements Event {}

    /** A choice of ours that changes the course of the walk. */
    record Decided(Stamp stamp, Decision decision) implements Event {}

    enum Decision {
        /** EHLO was not understood; HELO is tried. */
        HELO_FALLBACK,
        /** The greeting does not come; a second connection tries a TLS handshake. */
        TRY_TLS_ON_SILENCE,
        /** That second connection met a TLS server. */
        SILENT_PORT_SPEAKS_TLS,
        /** That second connection met no TLS server; the first goes on waiting. */
        SILENT_PORT_IS_SILENT,
        /** The certificate is for another name; a second connection names no host. */
        COMPARE_WITHOUT_NAME,
        /** The certificate is for another name; a second connection names the host that was asked for. */
        COMPARE_WITH_NAME;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    record StepEnded(Stamp stamp, StepResult result, Duration took) implements Event {
        @Override
        public int lineCount() {
            return 0;
        }
    }
}
