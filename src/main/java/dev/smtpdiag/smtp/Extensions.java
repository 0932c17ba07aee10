package dev.smtpdiag.smtp;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The extensions that one reply to EHLO announced, in the server's order (RFC 5321 4.1.1.1).
 *
 * @param all every announced extension
 */
public record Extensions(List<Extension> all) {

    /** What a server offers that was greeted with HELO, or that announced nothing. */
    public static final Extensions NONE = new Extensions(List.of());

    public Extensions {
        all = List.copyOf(all);
    }

    /** Reads the lines behind the first one, which holds the server's name. */
    public static Extensions of(Reply ehloReply) {
        List<Extension> found = new ArrayList<>();
        for (String line : ehloReply.lines().subList(1, ehloReply.lines().size())) {
            List<String> words = List.of(line.strip().split("\\s+"));
            String keyword = words.get(0);
            if (keyword.regionMatches(true, 0, "AUTH=", 0, 5)) {
                // The form of an early draft that some servers still print beside the standard one.
                List<String> mechanisms = new ArrayList<>(words.subList(1, words.size()));
                mechanisms.add(0, keyword.substring(5));
                mechanisms.removeIf(String::isEmpty);
                found.add(new Extension("AUTH=", mechanisms));
            } else if (!keyword.isEmpty()) {
                found.add(new Extension(keyword, words.subList(1, words.size())));
            }
        }
        return new Extensions(found);
    }

    public boolean offers(String keyword) {
        return find(keyword).isPresent();
    }

    public Optional<Extension> find(String keyword) {
        return all.stream()
                .filter(extension -> extension.keyword().equalsIgnoreCase(keyword))
                .findFirst();
    }

    /** Whether a login is offered in any form. */
    public boolean offersAuth() {
        return offers("AUTH") || offers("AUTH=");
    }

    /** The SASL mechanisms of the {@code AUTH} lines, in upper case and in the server's order (RFC 4954 3). */
    public Set<String> mechanisms() {
        Set<String> mechanisms = new LinkedHashSet<>();
        for (Extension extension : all) {
            if (extension.keyword().equals("AUTH") || extension.keyword().equals("AUTH=")) {
                extension.parameters().forEach(name -> mechanisms.add(name.toUpperCase(Locale.ROOT)));
            }
        }
        return mechanisms;
    }
}
