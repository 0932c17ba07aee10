package dev.smtpdiag.cli;

import dev.smtpdiag.plan.Addressing;
import dev.smtpdiag.plan.AuthWishes;
import dev.smtpdiag.plan.Credentials;
import dev.smtpdiag.plan.Envelope;
import dev.smtpdiag.plan.Plan;
import dev.smtpdiag.plan.Planner;
import dev.smtpdiag.plan.Target;
import dev.smtpdiag.plan.Timeouts;
import dev.smtpdiag.plan.TlsMode;
import dev.smtpdiag.plan.TlsWishes;
import dev.smtpdiag.plan.Trust;
import dev.smtpdiag.simulate.ClientWishes;
import dev.smtpdiag.simulate.Scenario;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The probe that runs into the fault of a scenario. */
final class ScenarioPlan {

    /** The name that simulated servers have in their certificates. */
    static final String HOST = "mx.example.com";

    private ScenarioPlan() {}

    static Plan of(Scenario scenario, int port, X509Certificate authority) {
        ClientWishes wishes = scenario.client();
        Timeouts usual = Timeouts.DEFAULT;
        Planner planner = new Planner(
                Optional.of(mode(wishes.tls())),
                Optional.empty(),
                Optional.of("client.example.org"),
                new Timeouts(
                        usual.connect(),
                        wishes.greetingTimeout().orElse(usual.greeting()),
                        wishes.timeout().orElse(usual.reply()),
                        usual.total()),
                wishes.login().map(login -> new Credentials(login.user(), login.password(), login.token())),
                wishes.allowPlaintext(),
                new Envelope(wishes.from(), wishes.to()),
                new Trust(false, List.of(authority)),
                new Addressing(Addressing.Family.ANY, Map.of(HOST, List.of("127.0.0.1")), Optional.empty()),
                wishes.auth().map(ScenarioPlan::auth).orElse(AuthWishes.DEFAULT),
                TlsWishes.DEFAULT);
        return planner.plan(new Target(HOST, port, Optional.empty()));
    }

    private static AuthWishes auth(String text) {
        AuthWishes.Choice choice = AuthOptions.choice(text);
        List<String> names = choice == AuthWishes.Choice.NAMED ? AuthWishes.names(text) : List.of();
        return new AuthWishes(choice, names, AuthWishes.USUAL_ATTEMPTS, false, false, Optional.empty());
    }

    private static TlsMode mode(ClientWishes.Tls tls) {
        return switch (tls) {
            case AUTO -> TlsMode.STARTTLS_IF_OFFERED;
            case STARTTLS -> TlsMode.STARTTLS_REQUIRED;
            case IMPLICIT -> TlsMode.IMPLICIT;
            case NONE -> TlsMode.NONE;
        };
    }
}
