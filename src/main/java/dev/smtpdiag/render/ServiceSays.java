package dev.smtpdiag.render;

import dev.smtpdiag.kb.ExtensionFacts;
import dev.smtpdiag.kb.ExtensionFacts.Parameters;
import dev.smtpdiag.kb.InputMatch.Announced;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.render.ServiceParameters.Row;
import java.util.List;

/** What the line of the input says with which a server announces an extension. */
final class ServiceSays {

    private final Messages messages;
    private final ServiceMechanisms judge;

    ServiceSays(KnowledgeBase knowledge, Messages messages) {
        this.messages = messages;
        this.judge = new ServiceMechanisms(knowledge, messages);
    }

    /** One row for each word that says something; none for a keyword that stands alone. */
    List<Row> rows(Announced announced, ExtensionFacts facts) {
        List<String> parameters = announced.parameters();
        if (announced.bare() && parameters.isEmpty()) {
            return List.of();
        }
        return facts.parameters() == Parameters.MECHANISMS
                ? judge.rows(parameters)
                : new ServiceParameters(messages).of(facts, parameters);
    }

    /** Which of the mechanisms to take; empty where nothing can be recommended. */
    String advice(Announced announced, ExtensionFacts facts) {
        return facts.parameters() == Parameters.MECHANISMS ? judge.advice(announced.parameters()) : "";
    }
}
