package dev.smtpdiag.cli;

import dev.smtpdiag.language.Messages;
import dev.smtpdiag.report.ExitCode;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Where the process begins: takes the streams and the environment of the machine, and ends with an exit code. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        Console console = console();
        int code = new Smtpdiag().run(args, console);
        if (console.out().checkError()) { // flushes
            console.err()
                    .println(
                            "smtpdiag: " + Messages.ofErrors(console.language()).get("output.closed"));
            code = code == 0 ? ExitCode.USAGE.number() : code;
        }
        console.err().flush();
        // Not System.exit: newer run-times load their logging for it, which takes as long as all the rest of a short
        // command. There are no shutdown hooks that would be missed.
        Runtime.getRuntime().halt(code);
    }

    /** The streams and the environment of this process. */
    static Console console() {
        Charset charset = charset();
        Map<String, String> environment = System.getenv();
        return new Console(
                stream(FileDescriptor.out, charset),
                stream(FileDescriptor.err, charset),
                System.in,
                environment,
                terminals(),
                LanguageChoice.of(environment));
    }

    private static PrintStream stream(FileDescriptor descriptor, Charset charset) {
        return new PrintStream(new BufferedOutputStream(new FileOutputStream(descriptor), 8192), false, charset);
    }

    /** UTF-8, but what the console of Windows says it understands. */
    private static Charset charset() {
        String console = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding", ""));
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        return windows && !console.isEmpty() ? Charset.forName(console) : StandardCharsets.UTF_8;
    }

    /** The launcher tells which streams are terminals, because Java cannot; without it nothing is taken for one. */
    private static Console.Terminals terminals() {
        String terminals = System.getProperty("smtpdiag.terminals", "");
        return new Console.Terminals(
                terminals.indexOf('0') >= 0,
                terminals.indexOf('1') >= 0,
                terminals.indexOf('2') >= 0,
                columns(System.getProperty("smtpdiag.columns", "")));
    }

    private static int columns(String text) {
        boolean number = !text.isEmpty() && text.length() <= 4;
        for (int i = 0; i < text.length(); i++) {
            number &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return number ? Integer.parseInt(text) : 0;
    }
}
