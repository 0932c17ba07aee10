package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.smtp.Reply;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a reply says in words, beside its code. Servers share a few phrases and no more, so these are hints, not proof.
 *
 * @param text in lower case, white space and repeated enhanced codes removed
 */
record Wording(String text) {

    private static final Pattern REPEATED_CODE = Pattern.compile("^\\(?#?[245]\\.\\d{1,3}\\.\\d{1,3}\\)?\\s*");

    private static final Pattern BLOCK_LIST = Pattern.compile("spamhaus|spamcop|barracudacentral|dnsbl|\\brbl\\b|"
            + "black ?list|block ?list|\\bblocked\\b|(?<!not )\\blisted\\b");

    private static final Pattern TLS = Pattern.compile("starttls|\\btls\\b|\\bssl\\b|encrypt");

    private static final Pattern CLIENT_CERTIFICATE =
            Pattern.compile("(?=.*\\bclient certificate)(?=.*(\\bno\\b|\\brequire[sd]\\b|not presented|\\bmust\\b))");

    private static final Pattern LOCKED = Pattern.compile("\\blocked\\b|\\block-?out\\b");

    private static final Pattern CONNECTIONS = Pattern.compile("connection|session|concurrent");

    private static final Pattern LMTP = Pattern.compile("\\blmtp\\b");

    private static final Pattern LOGIN = Pattern.compile("authentication (is )?(required|needed)|"
            + "\\b(must|need to|needs to|please|have to) (first )?(authenticate|log ?in)|(authenticate|auth|log ?in) first|"
            + "requires? (smtp |proper |smtp-)?auth(entication)?\\b|auth(enticate)? (is )?required|"
            + "not (yet )?(authenticated|logged in)|\\bsmtp[ -]auth\\b|pop[ -]before[ -]smtp");

    private static final Pattern SENDER_AUTHENTICATION = Pattern.compile("\\b(spf|dkim|dmarc|arc)\\b");

    private static final Pattern RELAY = Pattern.compile(
            "\\brelay(ing)?( access| operation| of mail)?( is)? (denied|reject|not |prohibit|disallow|forbid|disable)|"
                    + "\\b(unable|not permitted|not allowed|not authori[sz]ed|refuse|do not|does not|don't|cannot|can't)"
                    + " (to )?relay|\\bas a relay\\b|allowed rcpthosts");

    private static final Pattern GREYLISTING = Pattern.compile("gr[ea]y-?list|postgrey|gr[ea]y ?listed");

    private static final Pattern AGAIN_LATER = Pattern.compile("(try|come back|retry)( again)? later|try again in");

    private static final Pattern RATE = Pattern.compile("too many|too much|too fast|\\brate\\b|limit|throttl|quota");

    private static final Pattern HELO_NAME =
            Pattern.compile("\\b(helo|ehlo)\\b|fqdn|fully[- ]qualified (host|domain)|\\bhost ?name\\b");

    private static final Pattern NO_SUCH_USER = Pattern.compile("(user|mailbox|recipient|account|address|addressee) "
            + "(is )?(unknown|not found|does not exist|doesn't exist|invalid|unavailable)|unknown (user|recipient|local)|"
            + "no such (user|mailbox|recipient|person)|no mailbox|unrouteable|invalid recipient");

    static Wording of(Reply reply) {
        return new Wording(reply.lines().stream()
                .map(line -> REPEATED_CODE.matcher(line.strip()).replaceFirst(""))
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " "));
    }

    /** Whether the text holds one of these, which are in lower case. */
    boolean has(String... fragments) {
        for (String fragment : fragments) {
            if (text.contains(fragment)) {
                return true;
            }
        }
        return false;
    }

    boolean namesBlockList() {
        return BLOCK_LIST.matcher(text).find();
    }

    boolean wantsTls() {
        return TLS.matcher(text).find();
    }

    /** Says that a certificate of the client is missing. */
    boolean wantsClientCertificate() {
        return CLIENT_CERTIFICATE.matcher(text).find();
    }

    /** Says that an account is locked, or was tried too often; too many connections are another matter. */
    boolean namesLock() {
        return LOCKED.matcher(text).find()
                || has("too many") && !CONNECTIONS.matcher(text).find();
    }

    boolean namesLmtp() {
        return LMTP.matcher(text).find();
    }

    boolean namesFullMailbox() {
        return has("mailbox full", "mailbox is full", "out of storage", "over quota", "quota exceeded");
    }

    /** Blames the sender, by words that servers use at RCPT as well. */
    boolean blamesSender() {
        return has("not owned by", "sender address rejected", "sender verify failed", "sender rejected");
    }

    /** Asks for a login; the authentication of a sender's domain is another matter. */
    boolean wantsLogin() {
        return LOGIN.matcher(text).find() && !namesSenderAuthentication();
    }

    /** Speaks of SPF, DKIM and their kin, which vouch for the domain of a sender. */
    boolean namesSenderAuthentication() {
        return SENDER_AUTHENTICATION.matcher(text).find();
    }

    boolean deniesRelay() {
        return RELAY.matcher(text).find();
    }

    boolean namesGreylisting() {
        return GREYLISTING.matcher(text).find();
    }

    boolean invitesToRetry() {
        return AGAIN_LATER.matcher(text).find();
    }

    boolean namesRate() {
        return RATE.matcher(text).find();
    }

    /** Blames the name that the client gave with EHLO or HELO. */
    boolean blamesHeloName() {
        return HELO_NAME.matcher(text).find();
    }

    boolean knowsNoSuchUser() {
        return NO_SUCH_USER.matcher(text).find();
    }
}
