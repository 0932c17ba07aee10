package dev.smtpdiag.language;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Texts that come with smtpdiag, by name. They are in the jar; the distribution has them as plain files, too, and its
 * launcher says where, because opening a resource of a jar costs more than all the rest of {@code explain 535}.
 */
public final class Resources {

    private static final String FOLDER_PROPERTY = "smtpdiag.resources";

    private Resources() {}

    /**
     * The content of a resource, or null when there is none.
     *
     * @param name path from the root of the resources, such as {@code kb/references.tsv}
     */
    public static byte @Nullable [] read(String name) {
        try (InputStream in = open(name)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    /** Whether there is such a resource. */
    public static boolean exists(String name) {
        String folder = System.getProperty(FOLDER_PROPERTY, "");
        return !folder.isEmpty() && new File(folder, name).isFile() || Resources.class.getResource("/" + name) != null;
    }

    /** The names of the files in a folder of resources, in no order. Slow: not for what a person waits for. */
    public static List<String> list(String folder) {
        try {
            Path root = Path.of(Resources.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(root)) {
                return names(root.resolve(folder));
            }
            try (FileSystem jar = FileSystems.newFileSystem(root)) {
                return names(jar.getPath(folder));
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("cannot list " + folder, e);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static @Nullable InputStream open(String name) throws IOException {
        String folder = System.getProperty(FOLDER_PROPERTY, "");
        if (!folder.isEmpty()) {
            File file = new File(folder, name);
            if (file.isFile()) {
                return new FileInputStream(file);
            }
        }
        return Resources.class.getResourceAsStream("/" + name);
    }
}
