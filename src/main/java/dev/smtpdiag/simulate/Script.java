package dev.smtpdiag.simulate;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a simulated server does and knows.
 *
 * @param accounts the logins that it accepts
 * @param blocks what it does
 */
record Script(List<Account> accounts, List<Block> blocks) {

    Script {
        accounts = List.copyOf(accounts);
        blocks = List.copyOf(blocks);
    }

    /** The actions of the block that fits an occasion best, if any fits. */
    Optional<List<Action>> find(Phase phase, Occasion occasion, Predicate<Trigger> isDue) {
        return blocks.stream()
                .filter(block -> block.phase() == phase && block.trigger().matches(occasion))
                // Each is asked exactly once, because asking counts.
                .filter(block -> isDue.test(block.trigger()))
                .min(Comparator.comparing(Block::trigger, Trigger.MOST_SPECIFIC_FIRST))
                .map(Block::actions);
    }

    /** The certificate with which a session begins, on a port of implicit TLS. */
    Optional<CertificateKind> implicitTls() {
        for (Block block : blocks) {
            boolean connect =
                    block.phase() == Phase.AT && block.trigger().text().equals(Occasion.CONNECT);
            if (connect && !block.actions().isEmpty() && block.actions().get(0) instanceof Action.StartTls tls) {
                return Optional.of(tls.certificate());
            }
        }
        return Optional.empty();
    }

    /** The same with another certificate wherever one is shown. */
    Script showing(CertificateKind certificate) {
        return new Script(
                accounts,
                blocks.stream()
                        .map(block -> new Block(
                                block.phase(),
                                block.trigger(),
                                block.actions().stream()
                                        .map(action -> action instanceof Action.StartTls
                                                ? new Action.StartTls(certificate)
                                                : action)
                                        .toList()))
                        .toList());
    }

    /** Every certificate that is asked for somewhere. */
    Set<CertificateKind> certificates() {
        Set<CertificateKind> kinds = EnumSet.noneOf(CertificateKind.class);
        blocks.stream().flatMap(block -> block.actions().stream()).forEach(action -> {
            if (action instanceof Action.StartTls tls) {
                kinds.add(tls.certificate());
            }
        });
        return kinds;
    }
}
