package dev.smtpdiag.cli;

import dev.smtpdiag.language.Messages;
import dev.smtpdiag.plan.Credentials;
import dev.smtpdiag.plan.InvalidInputException;
import dev.smtpdiag.plan.Target;
import dev.smtpdiag.smtp.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine.ParseResult;

/** {@code --netrc} and {@code --netrc-file}: the login of each target from a file that other programs use, too. */
final class NetrcOptions {

    /** Octets; far more than anybody has logins. */
    private static final int LONGEST = 256 * 1024;

    private static final String FILE = "--netrc-file";

    private NetrcOptions() {}

    static boolean given(ParseResult parsed) {
        return parsed.hasMatchedOption("--netrc") || parsed.hasMatchedOption(FILE);
    }

    /**
     * Reads the file once, and gives the login for each target.
     *
     * @param user the login that the entry must have, if one is asked for
     * @throws CredentialsException when the file cannot be read; from the function, when it has no login for a target
     */
    static Function<Target, Credentials> logins(ParseResult parsed, Optional<String> user, Console console) {
        Path file = file(parsed, console);
        String name = file.toString();
        Netrc netrc = read(file, name);
        if (isOpenToOthers(file)) {
            console.err()
                    .println(
                            "smtpdiag: " + Messages.ofErrors(console.language()).get("netrc.open", name));
            console.err().flush();
        }
        return target -> login(netrc, name, target.host(), user);
    }

    private static Credentials login(Netrc netrc, String name, String host, Optional<String> user) {
        Optional<Netrc.Entry> found = netrc.find(host, user);
        if (found.isEmpty()) {
            if (user.isPresent()) {
                throw new CredentialsException("netrc.no-user", name, host, user.get());
            }
            throw new CredentialsException("netrc.no-entry", name, host);
        }
        Netrc.Entry entry = found.get();
        if (entry.login().isEmpty()) {
            throw new CredentialsException("netrc.no-login", name, host);
        }
        if (entry.password().isEmpty()) {
            throw new CredentialsException("netrc.no-password", name, host);
        }
        if (entry.login().chars().anyMatch(c -> c == '\0' || c == '\r' || c == '\n')) {
            throw new InvalidInputException("user.line-end");
        }
        if (entry.password().indexOf('\0') >= 0) {
            throw new CredentialsException("password.nul");
        }
        return new Credentials(entry.login(), Secret.of(entry.password()));
    }

    /** As curl: what an option names, what NETRC names, or the file in the home folder. */
    private static Path file(ParseResult parsed, Console console) {
        String home = console.environment().getOrDefault("HOME", System.getProperty("user.home", ""));
        Path usual = Path.of(home, ".netrc");
        String named = Aliases.value(parsed, FILE).orElse(console.environment().getOrDefault("NETRC", ""));
        if (named.isEmpty()) {
            Path windows = Path.of(home, "_netrc");
            return !Files.exists(usual) && Files.exists(windows) ? windows : usual;
        }
        try {
            return Path.of(named);
        } catch (InvalidPathException e) {
            throw new CredentialsException("netrc.unreadable", named);
        }
    }

    private static Netrc read(Path file, String name) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(LONGEST + 1);
            if (content.length > LONGEST) {
                throw new CredentialsException("netrc.too-long", name);
            }
            return Netrc.parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (Netrc.SyntaxException e) {
            throw new CredentialsException("netrc.syntax", name, e.line());
        } catch (IOException e) {
            throw new CredentialsException("netrc.unreadable", name);
        }
    }

    /** Where the file system does not know such permissions, nothing can be said. */
    private static boolean isOpenToOthers(Path file) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            return permissions.contains(PosixFilePermission.GROUP_READ)
                    || permissions.contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
