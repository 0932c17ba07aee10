package dev.smtpdiag.cli;

import dev.smtpdiag.language.Messages;
import dev.smtpdiag.smtp.Secret;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Where a password comes from. */
sealed interface PasswordSource {

    /** Octets of a password file; no server accepts a longer line. */
    int LONGEST = 64 * 1024;

    /**
     * Fetches the password.
     *
     * @throws CredentialsException when there is none
     */
    Secret fetch(Console console);

    /**
     * @param value as it stood on the command line
     */
    record Argument(Secret value) implements PasswordSource {
        @Override
        public Secret fetch(Console console) {
            console.err().println("smtpdiag: " + errors(console).get("password.visible"));
            console.err().flush();
            return notEmpty(value.reveal(), "password.empty.option");
        }
    }

    /**
     * @param name of an environment variable
     */
    record Variable(String name) implements PasswordSource {
        @Override
        public Secret fetch(Console console) {
            String value = console.environment().get(name);
            if (value == null) {
                throw new CredentialsException("password.variable-unset", name);
            }
            return notEmpty(value, "password.empty.variable", name);
        }
    }

    /**
     * @param path whose content is the password, up to its last line end
     */
    record File(String path) implements PasswordSource {
        @Override
        public Secret fetch(Console console) {
            try {
                return notEmpty(withoutLineEnd(read(Path.of(path))), "password.empty.file", path);
            } catch (IOException | InvalidPathException e) {
                throw new CredentialsException("password.file-unreadable", path);
            }
        }
    }

    /** The first line of standard input. */
    record StandardInput() implements PasswordSource {
        @Override
        public Secret fetch(Console console) {
            return notEmpty(firstLine(console.in()), "password.empty.input");
        }
    }

    /**
     * @param command for the shell; the first line that it prints is the password
     */
    record Command(String command) implements PasswordSource {
        private static final int SECONDS = 60;

        @Override
        public Secret fetch(Console console) {
            boolean windows =
                    System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
            List<String> shell = windows ? List.of("cmd", "/c", command) : List.of("/bin/sh", "-c", command);
            try {
                Process process = new ProcessBuilder(shell)
                        .redirectInput(ProcessBuilder.Redirect.INHERIT)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
                FirstLine line = FirstLine.of(process.getInputStream());
                if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new CredentialsException("password.command-endless", SECONDS);
                }
                if (process.exitValue() != 0) {
                    throw new CredentialsException("password.command-failed", process.exitValue());
                }
                return notEmpty(line.await(), "password.empty.command");
            } catch (IOException e) {
                throw new CredentialsException("password.command-not-started");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CredentialsException("password.command-interrupted");
            }
        }
    }

    /**
     * Asks on the terminal, without echo.
     *
     * @param user whose password is asked for
     */
    record Prompt(String user) implements PasswordSource {
        @Override
        public Secret fetch(Console console) {
            java.io.Console terminal = console.terminals().in() ? System.console() : null;
            if (terminal == null) {
                throw new CredentialsException("password.no-terminal", user);
            }
            char[] typed = terminal.readPassword("%s", errors(console).get("password.prompt", user));
            return notEmpty(typed == null ? "" : new String(typed), "password.empty.typed");
        }
    }

    /** At most as much as any password may have: a wrong file can be endless. */
    private static String read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(LONGEST + 1);
            if (content.length > LONGEST) {
                throw new CredentialsException("password.file-too-long", file);
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        }
    }

    private static Messages errors(Console console) {
        return Messages.ofErrors(console.language());
    }

    private static Secret notEmpty(String value, String problem, Object... arguments) {
        if (value.isEmpty()) {
            throw new CredentialsException(problem, arguments);
        }
        return Secret.of(value);
    }

    private static String withoutLineEnd(String text) {
        if (text.endsWith("\r\n")) {
            return text.substring(0, text.length() - 2);
        }
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    private static String firstLine(InputStream in) {
        try {
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            String line = reader.readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new CredentialsException("password.unreadable");
        }
    }
}
