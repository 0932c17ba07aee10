package dev.smtpdiag.plan;

import java.util.Optional;

/**
 * Which name a ClientHello asks for (server name indication, RFC 6066 3).
 *
 * @param sent whether it asks for any
 * @param name the name when it is not that of the target
 */
public record Sni(boolean sent, Optional<String> name) {

    /** The name of the target, as every mail program sends it. */
    public static final Sni TARGET = new Sni(true, Optional.empty());

    /** No name. */
    public static final Sni NONE = new Sni(false, Optional.empty());

    /** This name, whatever the target is called. */
    public static Sni of(String name) {
        return new Sni(true, Optional.of(name));
    }

    /** What is sent to this target; nothing for a literal address, which RFC 6066 does not allow. */
    public Optional<String> toSend(Target target) {
        if (!sent) {
            return Optional.empty();
        }
        return name.isPresent() || target.isLiteralAddress() ? name : Optional.of(target.host());
    }
}
