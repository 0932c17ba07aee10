package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.login.LoginLint;
import dev.smtpdiag.diagnosis.login.Slip;
import dev.smtpdiag.kb.MailService;
import dev.smtpdiag.plan.Credentials;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Puts the slips of a login, and what a provider wants, into a finding: kinds and lengths, never a value. */
final class LoginSlips {

    private LoginSlips() {}

    /**
     * Turns on the words about the surest slips, and lists all of them for programs.
     *
     * @param worthAWord which of them matter here
     * @param room how many of them the finding has room for
     * @return how many were turned on
     */
    static int describe(
            Credentials login, Optional<MailService> service, Predicate<Slip> worthAWord, int room, Draft draft) {
        List<Slip> slips =
                LoginLint.of(login, service).stream().filter(worthAWord).toList();
        if (slips.isEmpty()) {
            return 0;
        }
        draft.argument("slips", slips.stream().map(Slip::id).collect(Collectors.joining(" ")))
                .argument("password-length", login.password().reveal().length());
        slips.stream().limit(room).forEach(slip -> draft.flag(slip.id(), true));
        return Math.min(room, slips.size());
    }

    /** Names the provider. */
    static void describe(MailService service, Draft draft) {
        draft.argument("provider", service.name()).argument("provider-id", service.id());
        if (!service.fixedUser().isEmpty()) {
            draft.argument("fixed-user", service.fixedUser());
        }
        if (!service.form().isEmpty()) {
            draft.argument("password-form-of-provider", service.form());
        }
    }

    /** {@code app-password}. */
    static String id(MailService.Password kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
