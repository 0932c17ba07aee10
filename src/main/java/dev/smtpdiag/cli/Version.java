package dev.smtpdiag.cli;

import java.util.Objects;

/** The version of this build. */
final class Version {

    private Version() {}

    /** As the manifest of the jar says; {@code development} when run from class files. */
    static String current() {
        return Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "development");
    }
}
