package dev.smtpdiag.render;

import dev.smtpdiag.kb.ExtensionFacts;
import dev.smtpdiag.kb.Facts;
import dev.smtpdiag.kb.MechanismFacts;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.render.ServiceParameters.Row;
import java.util.ArrayList;
import java.util.List;

/** The facts about an extension or a login mechanism in words: a label and a text for each. */
final class ServiceFacts {

    private final Messages messages;
    private final ArticleWords words;

    ServiceFacts(Messages messages, ArticleWords words) {
        this.messages = messages;
        this.words = words;
    }

    List<Row> rows(ExtensionFacts facts) {
        List<Row> rows = new ArrayList<>();
        fact(rows, "origin", messages.get("service.origin.long." + Facts.id(facts.origin())));
        fact(rows, "parameters", messages.get("service.parameters." + Facts.id(facts.parameters())));
        fact(rows, "since", facts.since());
        fact(rows, "where", words.all(texts("service.where.", facts.where())));
        fact(rows, "products", words.all(facts.products()));
        fact(rows, "references", words.separated(words.citations(facts.references())));
        return rows;
    }

    List<Row> rows(MechanismFacts facts) {
        List<Row> rows = new ArrayList<>();
        fact(rows, "usage", messages.get("service.usage." + Facts.id(facts.usage())));
        fact(rows, "strength", messages.get("service.strength." + Facts.id(facts.strength())));
        fact(rows, "credential", messages.get("service.credential." + Facts.id(facts.credential())));
        fact(rows, "stores", messages.get("service.stores." + Facts.id(facts.stores())));
        fact(rows, "wire", messages.get(facts.exposes() ? "service.wire.yes" : "service.wire.no"));
        fact(rows, "references", words.separated(words.citations(facts.references())));
        return rows;
    }

    private List<String> texts(String prefix, List<String> ids) {
        List<String> texts = new ArrayList<>();
        for (String id : ids) {
            texts.add(messages.get(prefix + id));
        }
        return texts;
    }

    private void fact(List<Row> rows, String label, String text) {
        if (!text.isEmpty()) {
            rows.add(new Row(messages.get("service.fact." + label), text));
        }
    }
}
