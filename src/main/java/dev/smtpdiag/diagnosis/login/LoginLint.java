package dev.smtpdiag.diagnosis.login;

import dev.smtpdiag.kb.MailService;
import dev.smtpdiag.plan.Credentials;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at a login before the server does, and names the slips that are often behind a refusal. Tells classes, never the
 * value or a part of it.
 */
public final class LoginLint {

    private static final String SES = "amazon-ses";
    private static final int AWS_SECRET_LENGTH = 40;

    private final String user;
    private final String password;
    private final EnumSet<Slip> slips = EnumSet.noneOf(Slip.class);

    private LoginLint(Credentials login) {
        this.user = login.user();
        this.password = login.password().reveal();
    }

    /**
     * The slips, the surest first.
     *
     * @param service the provider that the login is for, if it is known
     */
    public static Set<Slip> of(Credentials login, Optional<MailService> service) {
        LoginLint lint = new LoginLint(login);
        lint.user();
        lint.password();
        lint.preparation();
        service.ifPresent(lint::service);
        return lint.slips;
    }

    private void user() {
        boolean unexpanded = Spelling.isUnexpanded(user);
        note(Slip.USER_UNEXPANDED, unexpanded);
        note(Slip.USER_SPACE, !user.equals(user.strip()));
        note(Slip.USER_QUOTED, Spelling.isQuoted(user));
        note(Slip.USER_ENCODED, Spelling.isUrlEncoded(user));
        note(Slip.USER_WITHOUT_DOMAIN, !unexpanded && hasNoDomain());
    }

    private void password() {
        boolean token = AccessToken.isToken(password.strip());
        note(Slip.PASSWORD_UNEXPANDED, Spelling.isUnexpanded(password));
        note(Slip.PASSWORD_MASK, Spelling.isMask(password));
        note(Slip.PASSWORD_LINE_END, Spelling.hasLineEnd(password));
        note(Slip.PASSWORD_SPACE, Spelling.hasSpace(password));
        note(Slip.PASSWORD_QUOTED, Spelling.isQuoted(password));
        note(Slip.PASSWORD_ENCODED, Spelling.isUrlEncoded(password));
        note(Slip.PASSWORD_TOKEN, token);
        note(Slip.PASSWORD_URL, Spelling.isUrl(password));
        note(Slip.PASSWORD_ADDRESS, Spelling.isAddress(password));
        note(Slip.PASSWORD_BASE64, !token && Spelling.isBase64OfText(password));
    }

    /** Line ends and blanks around the password are told already. */
    private void preparation() {
        if (slips.contains(Slip.PASSWORD_MASK)) {
            return;
        }
        Preparation prepared = Preparation.of(password.strip());
        note(Slip.PASSWORD_INVISIBLE, prepared == Preparation.INVISIBLE);
        note(Slip.PASSWORD_PROHIBITED, prepared == Preparation.PROHIBITED);
        note(Slip.PASSWORD_CHANGES, prepared == Preparation.CHANGED);
        boolean userNotAscii = user.chars().anyMatch(c -> c > 126);
        note(Slip.NOT_ASCII, prepared == Preparation.KEPT || prepared == Preparation.PLAIN && userNotAscii);
    }

    private void service(MailService service) {
        boolean readable = !slips.contains(Slip.PASSWORD_UNEXPANDED) && !slips.contains(Slip.PASSWORD_MASK);
        boolean address = user.indexOf('@') >= 0;
        if (!slips.contains(Slip.USER_UNEXPANDED)) {
            note(
                    Slip.USER_FIXED,
                    service.user() == MailService.User.FIXED && !user.strip().equals(service.fixedUser()));
            note(Slip.USER_NEEDS_DOMAIN, service.user() == MailService.User.ADDRESS && hasNoDomain());
            note(Slip.USER_NOT_KEY, service.user() == MailService.User.KEY && address);
        }
        // What the provider wants is known: no need to guess.
        slips.remove(Slip.USER_WITHOUT_DOMAIN);
        boolean otherForm = readable
                && !service.shape().isEmpty()
                && !slips.contains(Slip.PASSWORD_TOKEN)
                && !password.strip().matches(service.shape());
        boolean awsSecret = otherForm && service.id().equals(SES) && isAwsSecret(password.strip());
        note(Slip.AWS_SECRET_KEY, awsSecret);
        note(Slip.PASSWORD_FORM, otherForm && !awsSecret);
        if (otherForm) {
            // A password that is not the right one need not be improved.
            slips.removeIf(Slip::isHint);
        }
    }

    /** A name of a Windows domain has one, too, in front of a backslash. */
    private boolean hasNoDomain() {
        return user.indexOf('@') < 0 && user.indexOf('\\') < 0 && !Spelling.isUrlEncoded(user);
    }

    private static boolean isAwsSecret(String text) {
        return text.length() == AWS_SECRET_LENGTH && text.matches("[A-Za-z0-9/+]+");
    }

    private void note(Slip slip, boolean found) {
        if (found) {
            slips.add(slip);
        }
    }
}
