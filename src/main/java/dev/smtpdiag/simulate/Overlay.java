package dev.smtpdiag.simulate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Faults at certain steps that are laid over a scenario: blocks of the same format, which go before its own. */
public final class Overlay {

    private record Replacement(Step step, List<String> actions) {}

    private final List<Replacement> replacements = new ArrayList<>();
    private final List<String> around = new ArrayList<>();

    public boolean isEmpty() {
        return replacements.isEmpty() && around.isEmpty();
    }

    /**
     * Gives this reply at a step.
     *
     * @param lines of the reply, each with its code, without line ends
     */
    public void reply(Step step, List<String> lines) {
        List<String> actions = new ArrayList<>();
        String code = lines.get(0).substring(0, 3);
        String last = lines.get(lines.size() - 1);
        if (step == Step.AUTH && code.equals("235")) {
            replacements.add(new Replacement(step, List.of("accept " + last, "login")));
            return;
        }
        if (step == Step.AUTH) {
            actions.add("ask");
        } else if (step == Step.BDAT) {
            actions.add("chunk");
        }
        lines.forEach(line -> actions.add("< " + line));
        if (step == Step.DATA && code.equals("354")) {
            actions.addAll(List.of("message", "< 250 2.0.0 Ok"));
        } else if (step == Step.STARTTLS && code.equals("220")) {
            actions.add("tls good");
        } else if (code.equals("421") || step == Step.QUIT) {
            actions.add("close");
        }
        replacements.add(new Replacement(step, actions));
    }

    /** Says nothing more at a step, until the client leaves. */
    public void silentAt(Step step) {
        replacements.add(new Replacement(step, List.of("silent")));
    }

    /** Lets time pass ahead of the answer. */
    public void delay(Step step, Duration time) {
        step.triggers()
                .forEach(trigger -> add(around, Phase.BEFORE.prefix() + trigger, "wait " + time.toMillis() + "ms"));
    }

    /** Closes the connection after the answer. */
    public void dropAfter(Step step) {
        step.triggers().forEach(trigger -> add(around, Phase.AFTER.prefix() + trigger, "close"));
    }

    /** The certificate with which a session begins, on a port of implicit TLS, has to be said again. */
    Script script(Optional<CertificateKind> implicitTls) {
        List<String> lines = new ArrayList<>();
        for (Replacement replacement : replacements) {
            for (String trigger : replacement.step().triggers()) {
                List<String> actions = new ArrayList<>(replacement.actions());
                if (replacement.step() == Step.GREETING) {
                    implicitTls.ifPresent(kind -> actions.add(0, "tls " + kind.id()));
                }
                add(lines, trigger, actions.toArray(new String[0]));
            }
        }
        lines.addAll(around);
        return ScriptParser.parse(List.of(), SourceLine.of("options", String.join("\n", lines)));
    }

    private static void add(List<String> lines, String first, String... actions) {
        lines.add(first);
        for (String action : actions) {
            lines.add("  " + action);
        }
    }
}
