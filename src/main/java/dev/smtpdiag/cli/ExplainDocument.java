package dev.smtpdiag.cli;

import dev.smtpdiag.kb.InputMatch;
import dev.smtpdiag.kb.InputMatch.Announced;
import dev.smtpdiag.kb.InputMatch.Nothing;
import dev.smtpdiag.kb.ProviderMatch;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.render.Explained;
import dev.smtpdiag.render.JsonKnowledge;
import dev.smtpdiag.render.PageExplanation;
import java.util.ArrayList;
import java.util.List;

/** {@code smtpdiag explain} for other programs: one document with all answers. */
final class ExplainDocument extends ExplainCommand {

    private final DocumentFormat format;
    private final Console console;
    private final List<Explained> found = new ArrayList<>();
    private String input = "";
    private boolean isLong;

    ExplainDocument(DocumentFormat format, Console console) {
        super(console);
        this.format = format;
        this.console = console;
    }

    @Override
    void begin(String text, List<InputMatch> matches) {
        input = ExplainProblems.withoutResponse(text);
        isLong = ExplainText.isLong(matches);
    }

    @Override
    void answer(InputMatch match) {
        found.add(new Explained(input, match, null, true, isLong && match instanceof Announced));
    }

    @Override
    void answer(Nothing nothing, ProviderMatch provider) {
        found.add(new Explained(input, nothing, provider, true, false));
    }

    @Override
    void unknown(InputMatch match) {
        found.add(new Explained(input, match, null, false, false));
    }

    @Override
    String text() {
        if (format == DocumentFormat.JSON) {
            return new JsonKnowledge(Version.current(), knowledge()).explanation(found);
        }
        boolean known = found.stream().anyMatch(Explained::known);
        return known
                ? format.page(new PageExplanation(knowledge()).of(found), Messages.ofReference(console.language()))
                : "";
    }
}
