package dev.smtpdiag.simulate;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a simulated server does and knows.
 *
 * @param accounts the logins that it accepts
 * @param connect what it does with a new connection; absent when the script does not say
 * @param blocks what it does at commands
 */
record Script(List<Account> accounts, Optional<List<Action>> connect, List<Block> blocks) {

    Script {
        accounts = List.copyOf(accounts);
        connect = connect.map(List::copyOf);
        blocks = List.copyOf(blocks);
    }

    /** The actions of the block that fits a command best, if any fits. */
    Optional<List<Action>> answer(String command, boolean encrypted, boolean loggedIn) {
        return blocks.stream()
                .filter(block -> block.trigger().matches(command, encrypted, loggedIn))
                .min(Comparator.comparing(Block::trigger, Trigger.MOST_SPECIFIC_FIRST))
                .map(Block::actions);
    }

    /** Every certificate that is asked for somewhere. */
    Set<CertificateKind> certificates() {
        Set<CertificateKind> kinds = EnumSet.noneOf(CertificateKind.class);
        Stream.concat(connect.stream(), blocks.stream().map(Block::actions))
                .flatMap(List::stream)
                .forEach(action -> {
                    if (action instanceof Action.StartTls tls) {
                        kinds.add(tls.certificate());
                    }
                });
        return kinds;
    }
}
