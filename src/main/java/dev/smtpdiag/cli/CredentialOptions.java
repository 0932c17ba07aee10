package dev.smtpdiag.cli;

import dev.smtpdiag.plan.AuthWishes;
import dev.smtpdiag.plan.Credentials;
import dev.smtpdiag.plan.InvalidInputException;
import dev.smtpdiag.plan.Target;
import dev.smtpdiag.smtp.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.ParseResult;

/** The options that name a login. */
final class CredentialOptions {

    private static final Secret NONE = Secret.of("");

    private CredentialOptions() {}

    static void addTo(Specs specs) {
        specs.group(
                        "probe.group.login",
                        specs.value("NAME", "probe.user", "--user"),
                        specs.value("NAME", "probe.password-env", "--password-env"),
                        specs.value("FILE", "probe.password-file", "--password-file"),
                        specs.flag("probe.password-stdin", "--password-stdin"),
                        specs.value("CMD", "probe.password-command", "--password-command"),
                        specs.value("TEXT", "probe.password", "--password"),
                        specs.flag("probe.netrc", "-n", "--netrc"),
                        specs.value("FILE", "probe.netrc-file", "--netrc-file"),
                        specs.flag("probe.allow-plaintext-auth", "--allow-plaintext-auth"))
                .hiddenValue("-au", "--auth-user")
                .hiddenValue("-ap", "--auth-password")
                .hiddenValue("--passwordeval");
    }

    /**
     * The login for each target, if one was asked for: the same for all, or what a file has for each. Fetches the password.
     *
     * @throws InvalidInputException when the options contradict each other
     * @throws CredentialsException when there is no password to be had; from the function, when there is none for a target
     */
    static Function<Target, Optional<Credentials>> logins(ParseResult parsed, AuthWishes wishes, Console console) {
        if (!NetrcOptions.given(parsed)) {
            Optional<Credentials> same = credentials(parsed, wishes, console);
            return target -> same;
        }
        if (!sources(parsed).isEmpty()) {
            throw new InvalidInputException("netrc.sources");
        }
        Function<Target, Credentials> entries = NetrcOptions.logins(parsed, user(parsed), console);
        return target -> Optional.of(entries.apply(target));
    }

    /**
     * The login, if one was asked for. Fetches the password.
     *
     * @throws InvalidInputException when the options contradict each other
     * @throws CredentialsException when there is no password to be had
     */
    static Optional<Credentials> credentials(ParseResult parsed, AuthWishes wishes, Console console) {
        Optional<String> user = user(parsed);
        List<PasswordSource> sources = sources(parsed);
        Optional<PasswordSource> tokenSource = AuthOptions.tokenSource(parsed);
        if (sources.size() > 1) {
            throw new InvalidInputException("password.sources");
        }
        if (user.isEmpty()) {
            if (!sources.isEmpty()) {
                throw new InvalidInputException("password.no-user");
            }
            if (tokenSource.isPresent()) {
                throw new InvalidInputException("token.no-user");
            }
            return withoutUser(wishes);
        }
        String name = user.get();
        if (name.isEmpty()) {
            throw new CredentialsException("user.empty");
        }
        if (name.chars().anyMatch(c -> c <= '\r' && (c == '\0' || c == '\1' || c == '\r' || c == '\n'))) {
            throw new InvalidInputException("user.line-end");
        }
        Secret token =
                tokenSource.map(source -> AuthOptions.token(source, console)).orElse(NONE);
        boolean goesWithout = tokenSource.isPresent() || AuthOptions.needsNoPassword(wishes);
        if (sources.isEmpty() && goesWithout) {
            return Optional.of(new Credentials(name, NONE, token));
        }
        PasswordSource source = sources.isEmpty() ? new PasswordSource.Prompt(name) : sources.get(0);
        Secret password = source.fetch(console);
        if (password.reveal().indexOf('\0') >= 0) {
            throw new CredentialsException("password.nul");
        }
        return Optional.of(new Credentials(name, password, token));
    }

    /** Stands for the login, if one was asked for, as long as the password is not fetched. */
    static Optional<Credentials> placeholder(ParseResult parsed, AuthWishes wishes) {
        return user(parsed)
                .or(() -> NetrcOptions.given(parsed) ? Optional.of("") : Optional.empty())
                .map(Credentials::without)
                .or(() -> withoutUser(wishes));
    }

    private static Optional<Credentials> withoutUser(AuthWishes wishes) {
        if (AuthOptions.needsNoUser(wishes)) {
            return Optional.of(Credentials.without(""));
        }
        if (wishes.choice() != AuthWishes.Choice.USUAL) {
            throw new InvalidInputException("auth.no-user");
        }
        return Optional.empty();
    }

    private static Optional<String> user(ParseResult parsed) {
        return Aliases.value(parsed, "--user", "-au", "--auth-user");
    }

    private static List<PasswordSource> sources(ParseResult parsed) {
        List<PasswordSource> sources = new ArrayList<>();
        Aliases.value(parsed, "--password-env")
                .map(PasswordSource.Variable::new)
                .ifPresent(sources::add);
        Aliases.value(parsed, "--password-file").map(PasswordSource.File::new).ifPresent(sources::add);
        if (parsed.hasMatchedOption("--password-stdin")) {
            sources.add(new PasswordSource.StandardInput());
        }
        Aliases.value(parsed, "--password-command", "--passwordeval")
                .map(PasswordSource.Command::new)
                .ifPresent(sources::add);
        Aliases.value(parsed, "--password", "-ap", "--auth-password")
                .map(Secret::of)
                .map(PasswordSource.Argument::new)
                .ifPresent(sources::add);
        return sources;
    }
}
