package dev.smtpdiag.session.tls;

import dev.smtpdiag.transcript.TrustView;
import java.io.File;
import java.util.List;
import java.util.Optional;

/**
 * Where this machine keeps whom it trusts.
 *
 * @param jvm the trust store of the JVM that runs us, by its kind
 * @param jvmPlace its path; without it there is nothing to compare
 * @param systemStores those of the operating system, to be read when they are wanted
 */
public record MachineTrust(TrustView.Kind jvm, Optional<String> jvmPlace, List<SystemStore> systemStores) {

    /** A machine that says nothing of it. */
    public static final MachineTrust UNKNOWN = new MachineTrust(TrustView.Kind.JVM, Optional.empty(), List.of());

    private static final String PROPERTY = "javax.net.ssl.trustStore";

    /** This one. */
    public static MachineTrust ofThisMachine() {
        String named = System.getProperty(PROPERTY);
        if (named != null && !named.isEmpty()) {
            return new MachineTrust(TrustView.Kind.JVM_PROPERTY, Optional.of(named), SystemStore.ofThisSystem());
        }
        File security = new File(System.getProperty("java.home", ""), "lib/security");
        File own = new File(security, "jssecacerts");
        File used = own.isFile() ? own : new File(security, "cacerts");
        return new MachineTrust(TrustView.Kind.JVM, Optional.of(used.getPath()), SystemStore.ofThisSystem());
    }
}
