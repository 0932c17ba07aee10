package dev.smtpdiag.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AddressingTest {

    private static final Target TARGET = Target.parse("mail.example:25");

    @Test
    void theTargetIsTheDestinationUnlessAnotherIsNamed() {
        assertEquals(TARGET, Addressing.DEFAULT.destination(TARGET));
        Target relay = Target.parse("relay.example:2525");
        Addressing elsewhere = new Addressing(Addressing.Family.ANY, Map.of(), Optional.of(relay));
        assertEquals(relay, elsewhere.destination(TARGET));
    }

    @Test
    void overridesAreFoundWhateverTheCase() {
        Addressing addressing =
                new Addressing(Addressing.Family.IPV4, Map.of("mail.example", List.of("192.0.2.1")), Optional.empty());
        assertEquals(Optional.of(List.of("192.0.2.1")), addressing.override("Mail.EXAMPLE"));
        assertEquals(Optional.empty(), addressing.override("mx.mail.example"));
        assertEquals(Optional.empty(), Addressing.DEFAULT.override("mail.example"));
    }

    @Test
    void laterChangesOfTheMapDoNotReachIt() {
        Map<String, List<String>> overrides = new HashMap<>();
        Addressing addressing = new Addressing(Addressing.Family.ANY, overrides, Optional.empty());
        overrides.put("mail.example", List.of("192.0.2.1"));
        assertEquals(Optional.empty(), addressing.override("mail.example"));
    }
}
