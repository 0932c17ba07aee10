package dev.smtpdiag.cli;

import dev.smtpdiag.plan.Credentials;
import dev.smtpdiag.plan.InvalidInputException;
import dev.smtpdiag.smtp.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** The options that name a login. */
final class CredentialOptions {

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
                        specs.flag("probe.allow-plaintext-auth", "--allow-plaintext-auth"))
                .hiddenValue("-au", "--auth-user")
                .hiddenValue("-ap", "--auth-password")
                .hiddenValue("--passwordeval");
    }

    /**
     * The login, if one was asked for. Fetches the password.
     *
     * @throws InvalidInputException when the options contradict each other
     * @throws CredentialsException when there is no password to be had
     */
    static Optional<Credentials> credentials(ParseResult parsed, Console console) {
        Optional<String> user = Aliases.value(parsed, "--user", "-au", "--auth-user");
        List<PasswordSource> sources = sources(parsed);
        if (sources.size() > 1) {
            throw new InvalidInputException("password.sources");
        }
        if (user.isEmpty()) {
            if (!sources.isEmpty()) {
                throw new InvalidInputException("password.no-user");
            }
            return Optional.empty();
        }
        String name = user.get();
        if (name.isEmpty()) {
            throw new CredentialsException("user.empty");
        }
        if (name.indexOf('\0') >= 0 || name.indexOf('\r') >= 0 || name.indexOf('\n') >= 0) {
            throw new InvalidInputException("user.line-end");
        }
        PasswordSource source = sources.isEmpty() ? new PasswordSource.Prompt(name) : sources.get(0);
        Secret password = source.fetch(console);
        if (password.reveal().indexOf('\0') >= 0) {
            throw new CredentialsException("password.nul");
        }
        return Optional.of(new Credentials(name, password));
    }

    /** Stands for the login, if one was asked for, as long as the password is not fetched. */
    static Optional<Credentials> placeholder(ParseResult parsed) {
        return Aliases.value(parsed, "--user", "-au", "--auth-user").map(user -> new Credentials(user, Secret.of("")));
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
