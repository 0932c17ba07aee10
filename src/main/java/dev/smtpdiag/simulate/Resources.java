package dev.smtpdiag.simulate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads the files of this package from the class path, by name. */
final class Resources {

    private Resources() {}

    /**
     * The text of a file in UTF-8, absent when there is no such file.
     *
     * @param path below {@code simulate/}
     */
    static Optional<String> read(String path) {
        try (InputStream in = Resources.class.getResourceAsStream("/simulate/" + path)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("a file of this program cannot be read: " + path, e);
        }
    }
}
