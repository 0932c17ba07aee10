package dev.smtpdiag.plan;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where the connection really goes.
 *
 * @param family which addresses may be used
 * @param overrides addresses to use for a host name instead of a look-up, host names in lower case
 * @param connectTo a host to connect to in place of the target's, whose name TLS and the report keep
 */
public record Addressing(Family family, Map<String, List<String>> overrides, Optional<Target> connectTo) {

    /** Which addresses may be used. */
    public enum Family {
        ANY,
        IPV4,
        IPV6
    }

    public static final Addressing DEFAULT = new Addressing(Family.ANY, Map.of(), Optional.empty());

    public Addressing {
        overrides = Map.copyOf(overrides);
    }

    /** The host and port to connect to. */
    public Target destination(Target target) {
        return connectTo.orElse(target);
    }

    /** Addresses that were given for a host, if any. */
    public Optional<List<String>> override(String host) {
        return Optional.ofNullable(overrides.get(host.toLowerCase(Locale.ROOT)));
    }
}
