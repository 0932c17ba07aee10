package dev.smtpdiag.cli;

import dev.smtpdiag.plan.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder of a site. A small file in it marks it as ours and names all others, so that nobody else's are touched and
 * those of an earlier site that are gone from this one can be deleted.
 */
final class SiteFolder {

    static final String MARK = ".smtpdiag-site";

    private final Path folder;
    private final List<String> earlier;
    private final List<String> written = new ArrayList<>();
    private final Set<Path> made = new HashSet<>();

    private SiteFolder(Path folder, List<String> earlier) {
        this.folder = folder;
        this.earlier = earlier;
    }

    /**
     * Makes the folder where it is missing, and marks it.
     *
     * @throws InvalidInputException when it is not for us
     */
    static SiteFolder open(Path folder) {
        try {
            if (Files.exists(folder) && !Files.isDirectory(folder)) {
                throw new InvalidInputException("site.not-folder", folder);
            }
            Path mark = folder.resolve(MARK);
            List<String> earlier = Files.exists(mark) ? Files.readAllLines(mark) : List.of();
            if (!Files.exists(mark) && Files.isDirectory(folder) && !isEmpty(folder)) {
                throw new InvalidInputException("site.not-ours", folder);
            }
            Files.createDirectories(folder);
            SiteFolder opened = new SiteFolder(folder, earlier);
            opened.mark(earlier);
            return opened;
        } catch (IOException e) {
            throw new InvalidInputException("site.not-written", folder);
        }
    }

    void write(String name, String content) {
        try {
            Path file = folder.resolve(name);
            Path parent = file.getParent();
            if (parent != null && made.add(parent)) {
                Files.createDirectories(parent);
            }
            Files.write(file, content.getBytes(StandardCharsets.UTF_8));
            written.add(name);
        } catch (IOException e) {
            throw new InvalidInputException("site.not-written", folder);
        }
    }

    /** Deletes what only an earlier site had, and names what is there now. */
    void close() {
        try {
            Set<String> now = Set.copyOf(written);
            Path root = folder.toAbsolutePath().normalize();
            for (String name : earlier) {
                Path file = root.resolve(name).normalize();
                if (!now.contains(name) && !name.isBlank() && !file.equals(root) && file.startsWith(root)) {
                    Files.deleteIfExists(file);
                }
            }
            mark(written);
        } catch (IOException e) {
            throw new InvalidInputException("site.not-written", folder);
        }
    }

    private void mark(List<String> names) throws IOException {
        Files.write(folder.resolve(MARK), names);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
