package dev.smtpdiag.render;

import dev.smtpdiag.kb.Facts;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.kb.MechanismFacts;
import dev.smtpdiag.kb.MechanismFacts.Credential;
import dev.smtpdiag.kb.MechanismFacts.Strength;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.render.ServiceParameters.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Judges the login mechanisms of an AUTH line, and says which of them to take. */
final class ServiceMechanisms {

    private static final int MOST_ROWS = 40;

    private final KnowledgeBase knowledge;
    private final Messages messages;

    ServiceMechanisms(KnowledgeBase knowledge, Messages messages) {
        this.knowledge = knowledge;
        this.messages = messages;
    }

    /** One row for each mechanism. */
    List<Row> rows(List<String> names) {
        List<Row> rows = new ArrayList<>();
        if (names.isEmpty()) {
            rows.add(new Row("", messages.get("service.absent.mechanisms")));
        }
        for (String name : names.subList(0, Math.min(names.size(), MOST_ROWS))) {
            MechanismFacts facts = knowledge.mechanism(name.toUpperCase(Locale.ROOT));
            String text = facts == null
                    ? messages.get("service.mechanism.unknown")
                    : messages.get("service.strength." + Facts.id(facts.strength()));
            rows.add(new Row(Neutral.text(name).replace('`', '\''), text));
        }
        return rows;
    }

    /** Which one to take, in sentences; empty where nothing can be recommended. */
    String advice(List<String> names) {
        StringBuilder advice = new StringBuilder();
        MechanismFacts password = best(names, Credential.PASSWORD);
        if (password != null) {
            advice.append(messages.get("service.best.password." + worth(password), password.name()));
        }
        MechanismFacts token = best(names, Credential.TOKEN);
        if (token != null) {
            advice.append(advice.length() == 0 ? "" : " ");
            advice.append(messages.get("service.best.token", token.name()));
        }
        return advice.toString();
    }

    private static String worth(MechanismFacts facts) {
        return switch (facts.strength()) {
            case STRONG, FAIR -> "strong";
            case TLS -> "tls";
            case WEAK, NONE -> "weak";
        };
    }

    /** The strongest, of equals the one in commonest use, and then the server's first. */
    private @Nullable MechanismFacts best(List<String> names, Credential credential) {
        MechanismFacts best = null;
        for (String name : names) {
            MechanismFacts facts = knowledge.mechanism(name.toUpperCase(Locale.ROOT));
            if (facts != null && facts.credential() == credential && facts.strength() != Strength.NONE) {
                best = best == null || rank(facts) < rank(best) ? facts : best;
            }
        }
        return best;
    }

    private static int rank(MechanismFacts facts) {
        return facts.strength().ordinal() * MechanismFacts.Usage.values().length
                + facts.usage().ordinal();
    }
}
