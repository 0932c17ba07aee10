package dev.smtpdiag.simulate;

import java.util.List;
import java.util.Optional;

/**
 * What a server plays with one client: scripts one above the other.
 *
 * @param scripts the first that says something about an occasion counts
 */
record Layers(List<Script> scripts) {

    Layers {
        scripts = List.copyOf(scripts);
    }

    List<Account> accounts() {
        return scripts.stream().flatMap(script -> script.accounts().stream()).toList();
    }

    Optional<List<Action>> find(Phase phase, Occasion occasion, Memory.OfSession memory) {
        for (Script script : scripts) {
            Optional<List<Action>> found = script.find(phase, occasion, trigger -> memory.holds(trigger, occasion));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
