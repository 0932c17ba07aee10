package dev.smtpdiag.session.tls;

import java.security.Security;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the security property of this JVM forbids TLS to use, entry by entry as it stands there. */
public final class DisabledAlgorithms {

    static final String PROPERTY = "jdk.tls.disabledAlgorithms";

    private static final Pattern CONSTRAINED = Pattern.compile("constraint|disabled|inappropriate");

    private final List<String> entries;

    DisabledAlgorithms(String property) {
        this.entries = Arrays.stream(property.split(","))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty() && !entry.startsWith("include "))
                .toList();
    }

    public static DisabledAlgorithms ofThisJvm() {
        String property = Security.getProperty(PROPERTY);
        return new DisabledAlgorithms(property == null ? "" : property);
    }

    /** The entries that a handshake may have failed for, with commas between them. */
    public Optional<String> causeOf(Handshake.Failed failed) {
        boolean version = "protocol_version".equals(failed.alert())
                || failed.detail().contains("not accepted by client preferences");
        List<String> versions = version ? protocols() : List.of();
        return versions.isEmpty() ? forMessage(failed.detail()) : Optional.of(String.join(", ", versions));
    }

    /** The entry that forbids a version of TLS, such as {@code TLSv1.1}. */
    Optional<String> forProtocol(String protocol) {
        return entries.stream().filter(protocol::equalsIgnoreCase).findFirst();
    }

    /** Every entry that forbids a version. */
    List<String> protocols() {
        return entries.stream()
                .filter(entry -> entry.matches("(?i)(TLSv1(\\.[0-3])?|SSLv3)"))
                .toList();
    }

    /** The entry that forbids a cipher suite, one of whose parts it names. */
    Optional<String> forSuite(String suite) {
        String parts = "_" + suite.toLowerCase(Locale.ROOT) + "_";
        return entries.stream().filter(entry -> isPart(entry, parts)).findFirst();
    }

    /** The entry that a message of the TLS library is about, where it speaks of a constraint. */
    Optional<String> forMessage(String message) {
        String text = message.toLowerCase(Locale.ROOT);
        if (!CONSTRAINED.matcher(text).find()) {
            return Optional.empty();
        }
        return entries.stream()
                .filter(entry -> Pattern.compile("\\b" + Pattern.quote(algorithm(entry)) + "\\b")
                        .matcher(text)
                        .find())
                .findFirst();
    }

    private static boolean isPart(String entry, String parts) {
        if (entry.indexOf(' ') >= 0) {
            return false; // forbids some sizes only
        }
        String name = entry.toLowerCase(Locale.ROOT);
        return name.endsWith("*")
                ? parts.startsWith("_" + name.substring(0, name.length() - 1))
                : parts.contains("_" + name + "_");
    }

    private static String algorithm(String entry) {
        int space = entry.indexOf(' ');
        return (space < 0 ? entry : entry.substring(0, space)).toLowerCase(Locale.ROOT);
    }
}
