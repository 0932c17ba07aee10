package dev.smtpdiag.session;

import dev.smtpdiag.plan.Addressing;
import dev.smtpdiag.plan.AuthWishes;
import dev.smtpdiag.plan.Credentials;
import dev.smtpdiag.plan.Envelope;
import dev.smtpdiag.plan.Plan;
import dev.smtpdiag.plan.Planner;
import dev.smtpdiag.plan.StopAfter;
import dev.smtpdiag.plan.Target;
import dev.smtpdiag.plan.Timeouts;
import dev.smtpdiag.plan.TlsMode;
import dev.smtpdiag.plan.TlsWishes;
import dev.smtpdiag.plan.Trust;
import dev.smtpdiag.smtp.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes plans for tests: a plain walk to {@code mail.example:25} unless told otherwise. */
final class Wishes {

    static final String PASSWORD = "canary-pässwörd€";

    private TlsMode mode = TlsMode.NONE;
    private Optional<StopAfter> stopAfter = Optional.empty();
    private Optional<String> name = Optional.of("me.example");
    private Timeouts timeouts = Timeouts.DEFAULT;
    private Optional<Credentials> credentials = Optional.empty();
    private boolean plaintextAuth;
    private Envelope envelope = Envelope.NONE;
    private boolean insecure;
    private Addressing addressing = Addressing.DEFAULT;
    private AuthWishes auth = AuthWishes.DEFAULT;
    private TlsWishes tls = TlsWishes.DEFAULT;

    static Wishes plain() {
        return new Wishes();
    }

    /** A login that may go in clear. */
    static Wishes loginInClear() {
        return new Wishes().login().plaintextAuth();
    }

    Wishes mode(TlsMode wanted) {
        mode = wanted;
        return this;
    }

    Wishes stopAfter(StopAfter stage) {
        stopAfter = Optional.of(stage);
        return this;
    }

    Wishes nameless() {
        name = Optional.empty();
        return this;
    }

    Wishes total(Duration total) {
        timeouts = new Timeouts(timeouts.connect(), timeouts.greeting(), timeouts.reply(), total);
        return this;
    }

    Wishes login() {
        credentials = Optional.of(new Credentials("user", Secret.of(PASSWORD)));
        return this;
    }

    Wishes token(String token) {
        credentials = Optional.of(new Credentials("user", Secret.of(""), Secret.of(token)));
        return this;
    }

    Wishes auth(AuthWishes wishes) {
        auth = wishes;
        return this;
    }

    /** A login with the first of these that is offered. */
    Wishes mechanisms(String... names) {
        return auth(new AuthWishes(AuthWishes.Choice.NAMED, List.of(names), 3, false, false, Optional.empty()));
    }

    Wishes plaintextAuth() {
        plaintextAuth = true;
        return this;
    }

    Wishes envelope(String from, String... to) {
        envelope = new Envelope(Optional.of(from), List.of(to));
        return this;
    }

    Wishes insecure() {
        insecure = true;
        return this;
    }

    Wishes family(Addressing.Family family) {
        addressing = new Addressing(family, addressing.overrides(), addressing.connectTo());
        return this;
    }

    Wishes override(String host, String... addresses) {
        addressing = new Addressing(addressing.family(), Map.of(host, List.of(addresses)), addressing.connectTo());
        return this;
    }

    Wishes tls(TlsWishes wanted) {
        tls = wanted;
        return this;
    }

    Wishes connectTo(String target) {
        addressing = new Addressing(addressing.family(), addressing.overrides(), Optional.of(Target.parse(target)));
        return this;
    }

    Plan plan() {
        Planner planner = new Planner(
                Optional.of(mode),
                stopAfter,
                name,
                timeouts,
                credentials,
                plaintextAuth,
                envelope,
                new Trust(insecure, List.of()),
                addressing,
                auth,
                tls);
        return planner.plan(Target.parse("mail.example:25"));
    }
}
