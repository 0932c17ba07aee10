package dev.smtpdiag.session.sasl;

import dev.smtpdiag.smtp.MechanismNeed;
import java.util.Optional;
import java.util.Set;
import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslException;

/** The mechanisms that we can use, and what each needs. */
public final class Mechanisms {

    private static final Set<String> BY_PASSWORD =
            Set.of("PLAIN", "LOGIN", "CRAM-MD5", "DIGEST-MD5", "NTLM", "SCRAM-SHA-1", "SCRAM-SHA-256", "SCRAM-SHA-512");

    private static final String PLUS = "-PLUS";

    private Mechanisms() {}

    /** What is missing to use a mechanism; nothing when it can be tried. */
    public static Optional<MechanismNeed> missing(String mechanism, Login login) {
        if (mechanism.startsWith("SCRAM-") && mechanism.endsWith(PLUS)) {
            String plain = mechanism.substring(0, mechanism.length() - PLUS.length());
            Optional<MechanismNeed> first = missing(plain, login);
            boolean bound = first.isPresent() || login.binding().get().isPresent();
            return bound ? first : Optional.of(MechanismNeed.CHANNEL_BINDING);
        }
        if (BY_PASSWORD.contains(mechanism)) {
            return when(!login.credentials().hasPassword(), MechanismNeed.PASSWORD);
        }
        return switch (mechanism) {
            case "XOAUTH2", "OAUTHBEARER" -> when(!login.credentials().hasToken(), MechanismNeed.TOKEN);
            case "EXTERNAL" -> when(!login.certificateShown(), MechanismNeed.CERTIFICATE);
            case "ANONYMOUS", "GSSAPI" -> Optional.empty();
            default -> Optional.of(MechanismNeed.SUPPORT);
        };
    }

    /**
     * Whether the server has to prove that it knows the password, too (RFC 5802 3, RFC 2831 2.1.3): a login without that
     * proof is none.
     */
    public static boolean provesServer(String mechanism) {
        return mechanism.startsWith("SCRAM-") || mechanism.equals("DIGEST-MD5");
    }

    /**
     * A client for one login.
     *
     * @throws SaslException when the mechanism cannot be used, for want of a ticket for example
     */
    public static SaslClient client(String mechanism, Login login) throws SaslException {
        if (mechanism.startsWith("SCRAM-")) {
            boolean bound = mechanism.endsWith(PLUS);
            return new ScramSaslClient(
                    mechanism, login.credentials(), bound ? login.binding().get() : Optional.empty());
        }
        return switch (mechanism) {
            case "LOGIN" -> new LoginClient(login.credentials());
            case "XOAUTH2" -> BearerClient.xoauth2(login.credentials());
            case "OAUTHBEARER" -> BearerClient.oauthBearer(login.credentials(), login.host(), login.port());
            case "ANONYMOUS" -> new AnonymousClient(login.credentials().user());
            case "GSSAPI" -> new KerberosClient(login.credentials(), login.host());
            default -> JdkMechanisms.client(mechanism, login.credentials(), login.host());
        };
    }

    private static Optional<MechanismNeed> when(boolean missing, MechanismNeed need) {
        return missing ? Optional.of(need) : Optional.empty();
    }
}
