package dev.smtpdiag.render;

import dev.smtpdiag.language.Messages;
import dev.smtpdiag.smtp.Reply;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Trial;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What became of one login mechanism, in a row of the walk and in a line of the transcript. */
final class MechanismText {

    private final Messages messages;

    MechanismText(Messages messages) {
        this.messages = messages;
    }

    Row row(Event.MechanismTried tried) {
        Trial trial = tried.trial();
        boolean attempted = trial instanceof Trial.Works || trial instanceof Trial.Fails;
        Row.Sign sign = trial instanceof Trial.Works ? Row.Sign.GOOD : attempted ? Row.Sign.BAD : Row.Sign.SKIP;
        Optional<Duration> took = attempted ? Optional.of(tried.took()) : Optional.empty();
        return new Row(sign, "AUTH " + Neutral.text(tried.mechanism()), of(trial), took, List.of());
    }

    /** One line of the transcript. */
    String line(Event.MechanismTried tried) {
        return "AUTH " + Neutral.text(tried.mechanism()) + ": " + of(tried.trial());
    }

    private String of(Trial trial) {
        if (trial instanceof Trial.Works works) {
            return Neutral.text(works.reply().oneLine());
        }
        if (trial instanceof Trial.Fails fails) {
            Reply reply = fails.reply();
            if (reply != null && !reply.isPositive() && fails.failure() == Failure.NEGATIVE_REPLY) {
                return Neutral.text(reply.oneLine());
            }
            return messages.get("mechanism.fails." + fails.failure().id());
        }
        if (trial instanceof Trial.Missing missing) {
            return messages.get("mechanism.needs." + missing.need().id());
        }
        return messages.get("mechanism.spared");
    }
}
