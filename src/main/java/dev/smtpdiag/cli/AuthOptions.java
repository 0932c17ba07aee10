package dev.smtpdiag.cli;

import dev.smtpdiag.language.Messages;
import dev.smtpdiag.plan.AuthWishes;
import dev.smtpdiag.plan.AuthWishes.Choice;
import dev.smtpdiag.plan.ClientCertificate;
import dev.smtpdiag.plan.InvalidInputException;
import dev.smtpdiag.smtp.Secret;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.ParseResult;

/** The options that say how to log in. */
final class AuthOptions {

    private static final int MOST_ATTEMPTS = 20;

    /** What proves who we are by something else than a password or a token. */
    private static final Set<String> WITHOUT_SECRET = Set.of("EXTERNAL", "ANONYMOUS", "GSSAPI");

    private AuthOptions() {}

    static void addTo(Specs specs) {
        specs.group(
                        "probe.group.auth",
                        specs.value("MECH", "probe.auth", "--auth"),
                        specs.value("COUNT", "probe.max-auth-attempts", "--max-auth-attempts"),
                        specs.flag("probe.lax", "--lax"),
                        specs.value("NAME", "probe.oauth2-token-env", "--oauth2-token-env"),
                        specs.value("FILE", "probe.oauth2-token-file", "--oauth2-token-file"),
                        specs.value("CMD", "probe.oauth2-token-command", "--oauth2-token-command"),
                        specs.value("FILE", "probe.cert", "--cert"),
                        specs.value("FILE", "probe.key", "--key"),
                        specs.value("NAME", "probe.key-password-env", "--key-password-env"))
                .hiddenValue("-a", "--authtype", "--auth-type")
                .hiddenValue("-ao", "--auth-optional")
                .hiddenValue("--tls-cert", "-E")
                .hiddenValue("--tls-key");
    }

    /**
     * @throws InvalidInputException when one cannot be used, or two contradict each other
     */
    static AuthWishes wishes(ParseResult parsed, Console console) {
        Optional<String> required = Aliases.value(parsed, "--auth", "-a", "--authtype", "--auth-type");
        Optional<String> optional = Aliases.value(parsed, "-ao", "--auth-optional");
        boolean lax = parsed.hasMatchedOption("--lax");
        Optional<ClientCertificate> certificate = certificate(parsed, console);
        Optional<String> attempts = Aliases.value(parsed, "--max-auth-attempts");
        Optional<String> wanted = required.or(() -> optional);
        if (wanted.isEmpty() && !lax && certificate.isEmpty() && attempts.isEmpty()) {
            return AuthWishes.DEFAULT;
        }
        Choice choice = wanted.map(AuthOptions::choice).orElse(Choice.USUAL);
        List<String> names = choice == Choice.NAMED ? AuthWishes.names(wanted.orElseThrow()) : List.of();
        int most = attempts.map(AuthOptions::count).orElse(AuthWishes.USUAL_ATTEMPTS);
        if (choice == Choice.EACH) {
            console.err()
                    .println(
                            "smtpdiag: " + Messages.ofErrors(console.language()).get("auth.lock-outs", most));
            console.err().flush();
        }
        boolean mayGoWithout = required.isEmpty() && optional.isPresent();
        return new AuthWishes(choice, names, most, lax, mayGoWithout, certificate);
    }

    /** Where a token comes from; nothing when none was given. */
    static Optional<PasswordSource> tokenSource(ParseResult parsed) {
        List<PasswordSource> sources = Stream.of(
                        Aliases.value(parsed, "--oauth2-token-env").<PasswordSource>map(PasswordSource.Variable::new),
                        Aliases.value(parsed, "--oauth2-token-file").<PasswordSource>map(PasswordSource.File::new),
                        Aliases.value(parsed, "--oauth2-token-command")
                                .<PasswordSource>map(PasswordSource.Command::new))
                .flatMap(Optional::stream)
                .toList();
        if (sources.size() > 1) {
            throw new InvalidInputException("token.sources");
        }
        return sources.stream().findFirst();
    }

    /**
     * The token itself.
     *
     * @throws CredentialsException when it is none that could be sent
     */
    static Secret token(PasswordSource source, Console console) {
        String value = fetched(source, console).reveal().strip();
        if (value.isEmpty() || !value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new CredentialsException("token.character");
        }
        return Secret.of(value);
    }

    private static Secret fetched(PasswordSource source, Console console) {
        try {
            return source.fetch(console);
        } catch (CredentialsException e) {
            if (source instanceof PasswordSource.Variable variable) {
                throw new CredentialsException("token.variable", variable.name());
            }
            if (source instanceof PasswordSource.File file) {
                throw new CredentialsException("token.file", file.path());
            }
            throw new CredentialsException("token.command");
        }
    }

    /** Whether a login can do without a user name. */
    static boolean needsNoUser(AuthWishes wishes) {
        return wishes.mechanisms().stream().anyMatch(WITHOUT_SECRET::contains);
    }

    /** Whether nothing that was named could use a password. */
    static boolean needsNoPassword(AuthWishes wishes) {
        return !wishes.mechanisms().isEmpty() && WITHOUT_SECRET.containsAll(wishes.mechanisms());
    }

    /** Which mechanisms are meant by the value of {@code --auth}. */
    static Choice choice(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "any" -> Choice.ANY;
            case "each" -> Choice.EACH;
            default -> Choice.NAMED;
        };
    }

    private static int count(String text) {
        int count = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
        if (count < 1 || count > MOST_ATTEMPTS) {
            throw new InvalidInputException("auth.attempts", MOST_ATTEMPTS);
        }
        return count;
    }

    private static Optional<ClientCertificate> certificate(ParseResult parsed, Console console) {
        Optional<String> file = Aliases.value(parsed, "--cert", "--tls-cert", "-E");
        Optional<String> key = Aliases.value(parsed, "--key", "--tls-key");
        Optional<String> variable = Aliases.value(parsed, "--key-password-env");
        if (file.isEmpty()) {
            if (key.isPresent() || variable.isPresent()) {
                throw new InvalidInputException("cert.key-alone");
            }
            return Optional.empty();
        }
        Optional<Secret> password = variable.map(name -> keyPassword(name, console));
        return Optional.of(ClientCertificateFile.read(file.get(), key, password));
    }

    private static Secret keyPassword(String variable, Console console) {
        String value = console.environment().getOrDefault(variable, "");
        if (value.isEmpty()) {
            throw new CredentialsException("cert.password-variable", variable);
        }
        return Secret.of(value);
    }
}
