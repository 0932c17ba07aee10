package dev.smtpdiag.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Makes class-data archives (JEP 310, JEP 483), with which the run-time starts in half the time. A program of its own,
 * called by the build, and by the launcher when it meets a run-time for the first time.
 *
 * <p>Two static archives: one for the commands that stay offline, one for those that talk to servers, because unneeded
 * classes in an archive slow the start. Without an archive everything works, only slower, so every trouble here is silent.
 */
final class ClassDataArchives {

    private static final long LIMIT_SECONDS = 60;
    /** A lock as old as this was left behind by a process that was stopped. */
    private static final Duration STALE = Duration.ofMinutes(10);

    private final Path java;
    private final String jar;

    private ClassDataArchives(String jar) {
        this.java = Path.of(System.getProperty("java.home"), "bin", "java");
        this.jar = jar;
    }

    /**
     * Arguments: the jar, a folder, and optionally {@code cache} when the folder holds the archives of several run-times.
     */
    public static void main(String[] args) throws InterruptedException {
        Path folder = Path.of(args[1]);
        if (args.length > 2) {
            String version =
                    System.getProperty("java.runtime.version", "unknown").replaceAll("[^A-Za-z0-9.]", "-");
            folder = folder.resolve(version + "-" + Integer.toHexString(args[0].hashCode()));
        }
        try {
            new ClassDataArchives(args[0]).make(folder);
        } catch (IOException e) {
            // No place to write to: every start is slower, nothing else.
        }
    }

    private void make(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path lock = folder.resolve("lock");
        try {
            Files.createDirectory(lock);
        } catch (FileAlreadyExistsException e) {
            Instant taken = Files.getLastModifiedTime(lock).toInstant();
            if (taken.isAfter(Instant.now().minus(STALE))) {
                return; // another process is at it
            }
        }
        try {
            Files.deleteIfExists(folder.resolve("made-for"));
            archive(folder, "offline");
            archive(folder, "net");
            // Also when nothing could be made: what failed once would fail at every start.
            String release = release(Path.of(System.getProperty("java.home"), "release"));
            put(folder.resolve("made-for"), java + "\n" + release + "\n" + jar + "\n");
        } finally {
            Files.deleteIfExists(lock);
        }
    }

    private void archive(Path folder, String kind) throws IOException, InterruptedException {
        Path list = Files.createTempFile(folder, kind, ".classes");
        Path archive = Files.createTempFile(folder, kind, ".jsa.new");
        try {
            List<String> training = command("-Xshare:off", "-XX:DumpLoadedClassList=" + list);
            int path = training.indexOf(jar);
            training.set(
                    path, jar + File.pathSeparator + Path.of(jar).resolveSibling("simulate") + File.separator + "*");
            training.add(Training.class.getName());
            training.add(kind);
            run(training);
            List<String> classes = Files.readAllLines(list).stream()
                    .filter(line -> !isOfDemonstration(line))
                    .toList();
            Files.write(list, classes);
            Files.delete(archive); // the run-time wants to make it itself
            run(command(
                    "-Xshare:dump",
                    "-XX:+IgnoreUnrecognizedVMOptions",
                    "-XX:+AOTClassLinking",
                    "-XX:SharedClassListFile=" + list,
                    "-XX:SharedArchiveFile=" + archive));
            if (Files.exists(archive)) {
                move(archive, folder.resolve(kind + ".jsa"));
            }
        } finally {
            Files.deleteIfExists(list);
            Files.deleteIfExists(archive);
        }
    }

    /** The scripted server is for demonstrations; in the archive its classes would slow every probe. */
    private static boolean isOfDemonstration(String line) {
        return line.contains("org/bouncycastle/") || line.contains("dev/smtpdiag/simulate/");
    }

    private List<String> command(String... options) {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.add("-Xlog:disable");
        command.addAll(List.of(options));
        // As the launcher starts it, so that the same classes are used.
        command.add("-Dsmtpdiag.resources=" + Path.of(jar).resolveSibling("text"));
        command.add("-cp");
        command.add(jar);
        return command;
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    /** The version as the file of the run-time says it, quotes included: the launcher compares it character by character. */
    private static String release(Path file) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            List<String> versions = lines.filter(
                            line -> line.startsWith("JAVA_RUNTIME_VERSION=") || line.startsWith("JAVA_VERSION="))
                    .sorted()
                    .toList();
            return versions.isEmpty()
                    ? ""
                    : versions.get(0)
                            .substring(versions.get(0).indexOf('=') + 1)
                            .strip();
        }
    }

    private static void put(Path file, String content) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, content);
        move(fresh, file);
    }

    /** In one step, so that no run-time ever sees half an archive. */
    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
