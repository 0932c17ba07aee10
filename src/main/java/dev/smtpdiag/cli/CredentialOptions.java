package dev.smtpdiag.cli;

import dev.smtpdiag.plan.Credentials;
import dev.smtpdiag.plan.InvalidInputException;
import dev.smtpdiag.smtp.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The options that name a login. */
final class CredentialOptions {

    private CredentialOptions() {}

    static void addTo(CommandSpec spec, boolean help) {
        Specs.group(
                spec,
                help,
                "Login",
                Specs.value("NAME", "Log in as this user; asks for the password if no option gives it.", "--user"),
                Specs.value("NAME", "Take the password from this environment variable.", "--password-env"),
                Specs.value("FILE", "Take the password from this file.", "--password-file"),
                Specs.flag("Take the password from standard input, first line.", "--password-stdin"),
                Specs.value("CMD", "Take the first line that this command prints.", "--password-command"),
                Specs.value("TEXT", "The password itself. Others can see it in the process list.", "--password"),
                Specs.flag("Send the login even without TLS.", "--allow-plaintext-auth"));
        Aliases.value(spec, "-au", "--auth-user");
        Aliases.value(spec, "-ap", "--auth-password");
        Aliases.value(spec, "--passwordeval");
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
            throw new InvalidInputException("the password comes from more than one option: give one of --password-env,"
                    + " --password-file, --password-stdin, --password-command");
        }
        if (user.isEmpty()) {
            if (!sources.isEmpty()) {
                throw new InvalidInputException("a password is given, but no user: add --user NAME");
            }
            return Optional.empty();
        }
        String name = user.get();
        if (name.isEmpty()) {
            throw new CredentialsException("the user name of --user is empty: nothing was sent");
        }
        if (name.indexOf('\0') >= 0 || name.indexOf('\r') >= 0 || name.indexOf('\n') >= 0) {
            throw new InvalidInputException("the user name has a line end or a NUL in it: no server accepts that");
        }
        PasswordSource source = sources.isEmpty() ? new PasswordSource.Prompt(name) : sources.get(0);
        Secret password = source.fetch(console);
        if (password.reveal().indexOf('\0') >= 0) {
            throw new CredentialsException("the password has a NUL in it: no server accepts that, nothing was sent");
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
