package dev.smtpdiag.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds a full name for this host without asking the DNS, which can take seconds on a machine whose own name is not in
 * it.
 */
final class HostName {

    private static final List<Path> FILES = List.of(Path.of("/proc/sys/kernel/hostname"), Path.of("/etc/hostname"));

    private HostName() {}

    /** A name that servers accept in EHLO (RFC 5321 4.1.1.1: a full domain name), if this host knows one. */
    static Optional<String> find() {
        for (Path file : FILES) {
            try {
                Optional<String> name = usable(Files.readString(file));
                if (name.isPresent()) {
                    return name;
                }
            } catch (IOException e) {
                // Not this kind of system: an address literal will do.
            }
        }
        return Optional.empty();
    }

    /** The name, if it is a full one and would not be laughed at. */
    static Optional<String> usable(String content) {
        String name = content.strip();
        boolean full =
                name.matches("[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+");
        boolean local = name.startsWith("localhost.") || name.endsWith(".localdomain") || name.endsWith(".local");
        return full && !local && !name.matches("[0-9.]+") ? Optional.of(name) : Optional.empty();
    }
}
