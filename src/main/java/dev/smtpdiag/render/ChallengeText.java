package dev.smtpdiag.render;

import dev.smtpdiag.language.Messages;
import dev.smtpdiag.smtp.Challenge;
import java.util.ArrayList;
import java.util.List;

/** What a server asks during a login, decoded for a reader. The names of facts are those of the protocols. */
final class ChallengeText {

    private static final int LONGEST = 160;

    private final Messages messages;

    ChallengeText(Messages messages) {
        this.messages = messages;
    }

    String of(Challenge challenge) {
        String meaning = messages.get("challenge." + challenge.kind().id());
        boolean bare = challenge.kind() == Challenge.Kind.PROMPT || challenge.kind() == Challenge.Kind.CRAM;
        List<String> facts = new ArrayList<>();
        challenge.facts().forEach((name, value) -> facts.add(bare ? value : name + " " + value));
        String said = String.join(", ", facts);
        return said.isEmpty() ? meaning : meaning + ": " + TextWidth.cut(Neutral.text(said), LONGEST, "…");
    }
}
