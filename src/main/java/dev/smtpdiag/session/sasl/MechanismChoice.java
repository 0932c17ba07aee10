package dev.smtpdiag.session.sasl;

import dev.smtpdiag.plan.AuthWishes;
import dev.smtpdiag.smtp.MechanismNeed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which mechanisms to try, the best first, and what keeps us from the others.
 *
 * @param usable in the order in which they are to be tried
 * @param unusable what is missing for those that were considered
 */
public record MechanismChoice(List<String> usable, Map<String, MechanismNeed> unusable) {

    /** PLAIN first: it needs one round trip, LOGIN two, and both say the same. The others only where nothing else is. */
    private static final List<String> USUAL = List.of(
            "PLAIN",
            "LOGIN",
            "XOAUTH2",
            "OAUTHBEARER",
            "SCRAM-SHA-256",
            "SCRAM-SHA-512",
            "SCRAM-SHA-1",
            "CRAM-MD5",
            "DIGEST-MD5");

    /** Who gives a token means it to be used. */
    private static final List<String> WITH_TOKEN = List.of("XOAUTH2", "OAUTHBEARER", "PLAIN", "LOGIN");

    /** What an eavesdropper and a rogue server learn least from comes first. */
    private static final List<String> STRONGEST_FIRST = List.of(
            "SCRAM-SHA-512-PLUS",
            "SCRAM-SHA-256-PLUS",
            "SCRAM-SHA-1-PLUS",
            "SCRAM-SHA-512",
            "SCRAM-SHA-256",
            "SCRAM-SHA-1",
            "EXTERNAL",
            "OAUTHBEARER",
            "XOAUTH2",
            "PLAIN",
            "LOGIN",
            "CRAM-MD5",
            "DIGEST-MD5");

    public MechanismChoice {
        usable = List.copyOf(usable);
    }

    /**
     * @param offered by the server, in its order
     */
    public static MechanismChoice of(AuthWishes wishes, Set<String> offered, Login login) {
        List<String> usable = new ArrayList<>();
        Map<String, MechanismNeed> unusable = new LinkedHashMap<>();
        for (String mechanism : candidates(wishes, offered, login.credentials().hasToken())) {
            Optional<MechanismNeed> missing = missing(mechanism, wishes, login);
            missing.ifPresentOrElse(need -> unusable.put(mechanism, need), () -> usable.add(mechanism));
        }
        return new MechanismChoice(usable, unusable);
    }

    private static Optional<MechanismNeed> missing(String mechanism, AuthWishes wishes, Login login) {
        boolean unasked = mechanism.equals("ANONYMOUS") && wishes.choice() != AuthWishes.Choice.NAMED;
        return unasked ? Optional.of(MechanismNeed.NAME) : Mechanisms.missing(mechanism, login);
    }

    private static Collection<String> candidates(AuthWishes wishes, Set<String> offered, boolean hasToken) {
        return switch (wishes.choice()) {
            case USUAL -> offeredOf(hasToken ? WITH_TOKEN : USUAL, offered, wishes.lax());
            case NAMED -> offeredOf(wishes.mechanisms(), offered, wishes.lax());
            case ANY -> offeredOf(STRONGEST_FIRST, offered, wishes.lax());
            case EACH -> {
                Set<String> all = new LinkedHashSet<>(offeredOf(STRONGEST_FIRST, offered, false));
                all.addAll(offered);
                yield all;
            }
        };
    }

    /** When the server need not offer it, what it offers goes first nevertheless. */
    private static Collection<String> offeredOf(List<String> wanted, Set<String> offered, boolean lax) {
        Set<String> common = new LinkedHashSet<>(wanted);
        common.retainAll(offered);
        if (lax) {
            common.addAll(wanted);
        }
        return common;
    }
}
