package dev.smtpdiag.diagnosis.rules;

import dev.smtpdiag.diagnosis.Case;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.TrustView;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The command that makes Java programs trust an authority. */
final class Keytool {

    /** Stands for the file with the authority's certificate where we know of none. */
    private static final String FILE = "FILE";

    private static final int LONGEST_ALIAS = 40;

    private Keytool() {}

    /**
     * @param authority common name of the authority
     */
    static String line(Case subject, String authority) {
        List<TrustView> views = subject.transcript()
                .first(Event.TrustCompared.class)
                .map(Event.TrustCompared::views)
                .orElse(List.of());
        String store = view(views, TrustView.Kind.JVM_PROPERTY)
                .map(view -> "-keystore " + quoted(view.place()))
                .orElse("-cacerts");
        // Only a file with this one certificate will do: of several keytool takes the first.
        String file = view(views, TrustView.Kind.CACERT)
                .filter(view -> view.trusts() && view.size() == 1)
                .filter(view -> !view.place().matches("(?i).*\\.(p12|pfx|jks|keystore)"))
                .map(view -> quoted(view.place()))
                .orElse(FILE);
        return "keytool -importcert " + store + " -alias " + alias(authority) + " -file " + file;
    }

    private static Optional<TrustView> view(List<TrustView> views, TrustView.Kind kind) {
        return views.stream().filter(view -> view.kind() == kind).findFirst();
    }

    private static String alias(String authority) {
        String plain =
                authority.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String alias = plain.length() > LONGEST_ALIAS ? plain.substring(0, LONGEST_ALIAS) : plain;
        return alias.isEmpty() ? "authority" : alias;
    }

    private static String quoted(String path) {
        return path.matches("[A-Za-z0-9_./:+@=-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    }
}
