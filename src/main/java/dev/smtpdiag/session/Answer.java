package dev.smtpdiag.session;

import dev.smtpdiag.smtp.Reply;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.StepResult;

/** What came of a command, or of waiting for the greeting. */
sealed interface Answer {

    /** How the step ends when it passes with this code alone. */
    StepResult passesWith(int code);

    record Replied(Reply reply) implements Answer {
        @Override
        public StepResult passesWith(int code) {
            if (reply.is(code)) {
                return StepResult.passed();
            }
            return StepResult.failed(reply.isPositive() ? Failure.UNEXPECTED_REPLY : Failure.NEGATIVE_REPLY);
        }
    }

    /** No reply, and nothing more can be said on this connection. */
    record Lost(Failure failure) implements Answer {
        @Override
        public StepResult passesWith(int code) {
            return StepResult.failed(failure);
        }
    }
}
