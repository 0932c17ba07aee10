package dev.smtpdiag.simulate;

import java.util.List;

/**
 * What the server does at certain commands.
 *
 * @param actions in this order; none means that the server does not answer
 */
record Block(Trigger trigger, List<Action> actions) {

    Block {
        actions = List.copyOf(actions);
    }
}
