package dev.smtpdiag.kb;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
