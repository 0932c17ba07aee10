package dev.smtpdiag.diagnosis.login;

import dev.smtpdiag.kb.MailService;
import dev.smtpdiag.smtp.Secret;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads an access token before the server does, and says what is wrong with it. Pure: the time is given. Of a token that
 * cannot be read (Google's, some of Microsoft's) nothing is known and nothing is said.
 *
 * @param faults what is wrong, the surest first
 * @param expires when its time ends, to the second, if it says so
 * @param notBefore when its time begins, if it says so
 * @param issuer who made it
 * @param forGraph whether it is for Microsoft Graph, the audience that is most often taken for that of mail
 * @param forReading whether it allows IMAP or POP
 * @param identity whether it tells who somebody is, and opens nothing (OpenID Connect Core 2)
 */
public record TokenCheck(
        Set<Fault> faults,
        Optional<Instant> expires,
        Optional<Instant> notBefore,
        Issuer issuer,
        boolean forGraph,
        boolean forReading,
        boolean identity) {

    /** What can be wrong with a token, the surest first. */
    public enum Fault {
        /** Its time is over ({@code exp}). */
        EXPIRED,
        /** Its time has not begun ({@code nbf}), by our clock. */
        NOT_YET_VALID,
        /** It is for another service ({@code aud}). */
        AUDIENCE,
        /** It does not allow to send mail ({@code scp}, {@code scope}, {@code roles}). */
        SCOPE
    }

    /** Who makes tokens whose claims we know how to read. */
    public enum Issuer {
        MICROSOFT,
        GOOGLE,
        OTHER
    }

    /** Exchange Online: by its address, by that of former times, and by its application id. */
    private static final List<String> OUTLOOK = List.of(
            "https://outlook.office.com",
            "https://outlook.office365.com",
            "00000002-0000-0ff1-ce00-000000000000",
            "https://ps.outlook.com");

    private static final List<String> GRAPH =
            List.of("https://graph.microsoft.com", "00000003-0000-0000-c000-000000000000");

    private static final List<String> MAY_SEND =
            List.of("smtp.send", "smtp.sendasapp", "https://outlook.office.com/smtp.send");

    private static final List<String> MAY_READ =
            List.of("imap.accessasuser.all", "pop.accessasuser.all", "imap.accessasapp", "pop.accessasapp");

    private static final List<String> MICROSOFT_SERVICES = List.of("microsoft-365", "outlook-com");

    /** What Google's SMTP server asks for (XOAUTH2 protocol). */
    private static final String GOOGLE_SCOPE = "https://mail.google.com/";

    /** Google makes tokens of this form only to say who somebody is; those that open something cannot be read. */
    private static final List<String> GOOGLE_IDENTITY = List.of("https://accounts.google.com", "accounts.google.com");

    public TokenCheck {
        faults = Set.copyOf(faults);
    }

    /** The surest of the faults. */
    public Optional<Fault> worst() {
        return faults.stream().min(Comparator.naturalOrder());
    }

    /**
     * Nothing when the token cannot be read.
     *
     * @param service the provider that it is sent to, if it is known; asked only for a token that can be read
     * @param now by our clock
     */
    public static Optional<TokenCheck> of(Secret secret, Supplier<Optional<MailService>> service, Instant now) {
        return AccessToken.read(secret).map(token -> of(token, service.get(), now));
    }

    private static TokenCheck of(AccessToken token, Optional<MailService> service, Instant now) {
        Issuer issuer = issuer(token, service);
        EnumSet<Fault> faults = EnumSet.noneOf(Fault.class);
        if (token.expires().filter(end -> !end.isAfter(now)).isPresent()) {
            faults.add(Fault.EXPIRED);
        }
        if (token.notBefore().filter(begin -> begin.isAfter(now)).isPresent()) {
            faults.add(Fault.NOT_YET_VALID);
        }
        boolean identity = issuer == Issuer.GOOGLE && holdsAny(List.of(token.issuer()), GOOGLE_IDENTITY);
        if (issuer == Issuer.MICROSOFT) {
            microsoft(token, faults);
        } else if (identity) {
            faults.add(Fault.AUDIENCE);
        } else if (issuer == Issuer.GOOGLE
                && !token.scopes().isEmpty()
                && !token.scopes().contains(GOOGLE_SCOPE)) {
            faults.add(Fault.SCOPE);
        }
        return new TokenCheck(
                faults,
                token.expires().map(time -> time.truncatedTo(ChronoUnit.SECONDS)),
                token.notBefore().map(time -> time.truncatedTo(ChronoUnit.SECONDS)),
                issuer,
                holdsAny(token.audience(), GRAPH),
                holdsAny(token.scopes(), MAY_READ),
                identity);
    }

    /** A token for another audience has the scopes of that audience: they say nothing more. */
    private static void microsoft(AccessToken token, Set<Fault> faults) {
        if (!token.audience().isEmpty() && !holdsAny(token.audience(), OUTLOOK)) {
            faults.add(Fault.AUDIENCE);
        } else if (!token.scopes().isEmpty() && !holdsAny(token.scopes(), MAY_SEND)) {
            faults.add(Fault.SCOPE);
        }
    }

    /** The provider counts before what the token says: it is the one that has to like it. */
    private static Issuer issuer(AccessToken token, Optional<MailService> service) {
        if (service.isPresent()) {
            String id = service.get().id();
            boolean google = id.equals("gmail") || id.equals("google-relay");
            return MICROSOFT_SERVICES.contains(id) ? Issuer.MICROSOFT : google ? Issuer.GOOGLE : Issuer.OTHER;
        }
        boolean outlook = holdsAny(token.audience(), OUTLOOK);
        return outlook ? Issuer.MICROSOFT : Issuer.OTHER;
    }

    private static boolean holdsAny(List<String> values, List<String> wanted) {
        for (String value : values) {
            String plain = value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
            for (String each : wanted) {
                if (plain.equalsIgnoreCase(each)) {
                    return true;
                }
            }
        }
        return false;
    }
}
