package dev.smtpdiag.simulate;

import java.util.List;

/**
 * What the server does on certain occasions.
 *
 * @param actions in this order; none means that the server does not answer
 */
record Block(Phase phase, Trigger trigger, List<Action> actions) {

    Block {
        actions = List.copyOf(actions);
    }
}
