package dev.smtpdiag.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/**
 * Runs the commands whose classes go into an archive, all in one process: the lists of several cannot be joined, because
 * newer run-times number the classes in them.
 */
final class Training {

    private static final List<List<String>> OFFLINE = List.of(
            List.of("explain", "535"),
            List.of("explain", "535 5.7.8 Error: authentication failed"),
            List.of("compare", "220", "5.7.8"));
    private static final List<List<String>> NET =
            List.of(List.of("demo", "auth-rejected"), List.of("demo", "healthy", "-v"), List.of("probe", "--help"));

    private Training() {}

    public static void main(String[] args) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        Map<String, String> environment = Main.console().environment();
        Console console =
                new Console(nowhere, nowhere, InputStream.nullInputStream(), environment, Console.Terminals.NONE);
        for (List<String> command : args[0].equals("offline") ? OFFLINE : NET) {
            int unused = new Smtpdiag().run(command.toArray(new String[0]), console);
        }
        System.exit(0);
    }
}
