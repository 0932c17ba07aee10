package dev.smtpdiag.simulate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** What a server plays, and with how many of its clients. */
public final class Performance {

    private final String name;
    private final Layers faulty;
    private final Layers good;
    private final double probability;
    private final Random random;

    private Performance(String name, Layers faulty, Layers good, double probability, long seed) {
        this.name = name;
        this.faulty = faulty;
        this.good = good;
        this.probability = probability;
        this.random = new Random(seed);
    }

    /** The scenario, with every client. */
    public static Performance of(Scenario scenario) {
        Layers layers = new Layers(List.of(scenario.script(), ScenarioLibrary.defaults()));
        return new Performance(scenario.name(), layers, layers, 1, 0);
    }

    /**
     * The scenario with further faults laid over it, with some clients.
     *
     * @param friendly what the other clients meet
     * @param probability of the fault, 0 to 1, drawn anew for each client
     * @param seed of the draw
     */
    public static Performance of(Scenario scenario, Overlay overlay, Scenario friendly, double probability, long seed) {
        Script defaults = ScenarioLibrary.defaults();
        List<Script> faulty = new ArrayList<>();
        if (!overlay.isEmpty()) {
            Script faults = overlay.script(scenario.script().implicitTls());
            // A handshake that belongs to a fault shows what the scenario shows.
            faulty.add(scenario.script().certificates().stream()
                    .findFirst()
                    .map(faults::showing)
                    .orElse(faults));
        }
        faulty.add(scenario.script());
        faulty.add(defaults);
        Layers good = new Layers(List.of(friendly.script(), defaults));
        return new Performance(scenario.name(), new Layers(faulty), good, probability, seed);
    }

    String name() {
        return name;
    }

    /** What the next client meets. Asked once for each, in the order in which they connect. */
    Layers next() {
        return probability >= 1 || random.nextDouble() < probability ? faulty : good;
    }

    Set<CertificateKind> certificates() {
        Set<CertificateKind> kinds = EnumSet.noneOf(CertificateKind.class);
        for (Layers layers : List.of(faulty, good)) {
            layers.scripts().forEach(script -> kinds.addAll(script.certificates()));
        }
        return kinds;
    }
}
