package dev.smtpdiag.language;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Translations that lag behind the English text. They must be listed, so that nobody forgets them, and a release has none
 * of them.
 */
public final class Pending {

    private static final Path FILE = Path.of("src/test/resources/translations/pending.txt");

    private Pending() {}

    /** Their names, such as {@code fr reply/535.md} and {@code fr report.properties verdict.do}. */
    public static Set<String> listed() throws IOException {
        Set<String> listed = new TreeSet<>();
        for (String line : Files.readAllLines(FILE)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                listed.add(line);
            }
        }
        return listed;
    }

    /** Those of one language, of articles or of messages. */
    public static Set<String> listed(String language, boolean messages) throws IOException {
        Set<String> listed = listed();
        listed.removeIf(line -> !line.startsWith(language + " ") || line.contains(".properties") != messages);
        return listed;
    }

    /**
     * What is listed for one language; with {@code -Dtranslation.pending=write}, what is pending is listed anew before.
     *
     * @param found what is pending
     */
    public static Set<String> listed(String language, boolean messages, Set<String> found) throws IOException {
        if (System.getProperty("translation.pending", "").equals("write")) {
            Set<String> all = listed();
            all.removeAll(listed(language, messages));
            all.addAll(found);
            List<String> lines = new ArrayList<>();
            for (String line : Files.readAllLines(FILE)) {
                if (line.startsWith("#")) {
                    lines.add(line);
                }
            }
            lines.addAll(all);
            Files.write(FILE, lines);
        }
        return listed(language, messages);
    }

    /** What a translation names to say which English text it was made from. */
    public static String fingerprint(String english) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(english.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 5);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
