package dev.smtpdiag.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.smtpdiag.plan.InvalidInputException;
import dev.smtpdiag.plan.Planner;
import dev.smtpdiag.plan.Target;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.ParseResult;

/** What {@code --provider} fills in, and what it refuses. */
class ProviderTargetsTest {

    @ParameterizedTest
    @CsvSource({
        "gmail, '', '', smtp.gmail.com:587 starttls",
        "Gmail, '', implicit, smtp.gmail.com:465 implicit",
        "gmail, smtp.gmail.com:465, '', smtp.gmail.com:465 implicit",
        "gmail, smtp.gmail.com:25, starttls, smtp.gmail.com:25 starttls",
        "gmail, smtps://smtp.gmail.com, '', smtp.gmail.com:465 implicit",
        "gmail, smtp.googlemail.com, '', smtp.googlemail.com:587 starttls",
        "gmail, '', auto, smtp.gmail.com:587 auto",
        "yahoo, smtp.mail.yahoo.com, '', smtp.mail.yahoo.com:465 implicit",
        "yahoo, '', starttls, smtp.mail.yahoo.com:587 starttls",
        "amazon-ses, email-smtp.eu-west-1.amazonaws.com:2465, '', email-smtp.eu-west-1.amazonaws.com:2465 implicit",
        "proton-bridge, '', '', 127.0.0.1:1025 starttls",
        "proton-bridge, localhost:1025, '', localhost:1025 starttls",
    })
    void fillsInWhatThePersonDidNotSay(String provider, String target, String tls, String expected) {
        ParseResult parsed = parsed(provider, target, tls);
        Planner planner = planner(parsed);
        List<Target> targets = ProviderTargets.of(parsed, given(target), planner.tlsMode());
        assertEquals(1, targets.size());
        assertEquals(
                expected,
                targets.get(0) + " " + planner.plan(targets.get(0)).tlsMode().id());
    }

    private static Planner planner(ParseResult parsed) {
        Planner[] made = new Planner[1];
        int unused = Invocation.of()
                .captured(console -> {
                    made[0] = ProbeOptions.planner(parsed, console);
                    return 0;
                })
                .exit();
        return made[0];
    }

    @ParameterizedTest
    @CsvSource({
        "gmial, '', '', provider.unknown.near",
        "nobody-knows, '', '', provider.unknown",
        "amazon-ses, '', '', provider.host-needed",
        "gmail, mail.example.com, '', provider.host",
        "gmail, smtp.gmail.com:2525, '', provider.port",
        "gmail, smtp.gmail.com:465, starttls, provider.mode",
        "icloud, '', implicit, provider.mode",
        "icloud, '', none, provider.no-tls",
    })
    void refusesWhatTheProviderDoesNotHave(String provider, String target, String tls, String problem) {
        ParseResult parsed = parsed(provider, target, tls);
        InvalidInputException refused = assertThrows(
                InvalidInputException.class,
                () -> ProviderTargets.of(parsed, given(target), planner(parsed).tlsMode()));
        assertEquals(problem, refused.problem());
    }

    private static List<String> given(String target) {
        return target.isEmpty() ? List.of() : List.of(target);
    }

    private static ParseResult parsed(String provider, String target, String tls) {
        List<String> arguments = new ArrayList<>(List.of("probe", "--provider", provider));
        arguments.addAll(given(target));
        if (!tls.isEmpty()) {
            arguments.addAll(List.of("--tls", tls));
        }
        return Invocation.of(arguments.toArray(new String[0])).parsed();
    }
}
