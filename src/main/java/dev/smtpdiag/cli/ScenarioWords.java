package dev.smtpdiag.cli;

import dev.smtpdiag.language.Messages;
import dev.smtpdiag.simulate.ClientWishes;
import dev.smtpdiag.simulate.Scenario;
import java.util.ArrayList;
import java.util.List;

/** What is said about a scenario. */
final class ScenarioWords {

    private ScenarioWords() {}

    /** What a scenario is about, in the reader's language where it has words for it. */
    static String title(Scenario scenario, Console console) {
        Messages titles = Messages.ofScenarios(console.language());
        return titles.has(scenario.name()) ? titles.get(scenario.name()) : scenario.title();
    }

    /** What a client has to do to meet the fault, in the words of the protocol. */
    static String client(ClientWishes wishes) {
        List<String> steps = new ArrayList<>();
        switch (wishes.tls()) {
            case IMPLICIT -> steps.add("TLS");
            case STARTTLS -> steps.add("STARTTLS");
            case AUTO, NONE -> {
                // As the server offers it.
            }
        }
        if (steps.isEmpty() || wishes.tls() == ClientWishes.Tls.IMPLICIT) {
            steps.add("EHLO");
        }
        wishes.login().ifPresent(login -> steps.add("AUTH"));
        wishes.from().ifPresent(from -> steps.add("MAIL"));
        if (!wishes.to().isEmpty()) {
            steps.add("RCPT");
        }
        return String.join(" ", steps);
    }
}
