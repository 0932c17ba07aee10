package dev.smtpdiag.session;

import dev.smtpdiag.plan.Plan;
import dev.smtpdiag.plan.StopAfter;
import dev.smtpdiag.plan.TlsMode;
import dev.smtpdiag.transcript.Endpoint;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Recorder;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.StepResult;
import dev.smtpdiag.transcript.Transcript;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Walks through one plan: one phase after the other, until the plan is done or a step fails. */
public final class Session {

    private final Plan plan;
    private final Environment environment;
    private final Recorder recorder;
    private final Deadline end;

    private Session(Plan plan, Environment environment, Consumer<Event> listener) {
        this.plan = plan;
        this.environment = environment;
        this.recorder = new Recorder(environment.nanoClock(), listener);
        this.end = Deadline.after(plan.timeouts().total(), environment.nanoClock());
        plan.credentials().ifPresent(credentials -> {
            recorder.protect(credentials.password());
            if (credentials.hasToken()) {
                recorder.protect(credentials.token());
            }
        });
    }

    /**
     * Carries a plan out. Returns whatever happens: network trouble and strange servers are part of the transcript.
     *
     * @param listener told of every event as it happens
     */
    public static Transcript run(Plan plan, Environment environment, Consumer<Event> listener) {
        Session session = new Session(plan, environment, listener);
        session.walk();
        return session.recorder.transcript();
    }

    private void walk() {
        ConnectPhase connect = new ConnectPhase(plan, recorder, environment, end);
        List<Endpoint> endpoints = connect.resolve();
        if (endpoints.isEmpty()) {
            return;
        }
        Connector.Opened opened = connect.connect(endpoints);
        if (opened == null) {
            return;
        }
        int tried = recorder.transcript().all(Event.ConnectFailed.class).size();
        Endpoint used = endpoints.get(tried);
        FurtherAddresses further =
                FurtherAddresses.start(endpoints.subList(tried + 1, endpoints.size()), connect::tryFurther);
        try (Dialogue dialogue = new Dialogue(plan, recorder, environment, end, opened.connection())) {
            String name = plan.ehloName().orElseGet(() -> HelloPhase.addressLiteral(opened.local()));
            converse(dialogue, used, name);
        }
        further.await(connect::stillSilent);
    }

    private void converse(Dialogue dialogue, Endpoint endpoint, String name) {
        boolean inTransaction = false;
        if (reachHello(dialogue, endpoint, name) && encrypt(dialogue, endpoint, name) && authenticate(dialogue)) {
            inTransaction = transact(dialogue);
        }
        if (dialogue.isOpen()) {
            take(Stage.QUIT, new QuitPhase(inTransaction), dialogue);
        }
    }

    private boolean reachHello(Dialogue dialogue, Endpoint endpoint, String name) {
        if (plan.tlsMode() == TlsMode.IMPLICIT && !take(Stage.TLS, new TlsPhase(endpoint, name), dialogue)) {
            return false;
        }
        return take(Stage.GREETING, new GreetingPhase(new SilentPort(endpoint)), dialogue)
                && plan.stopAfter().includes(StopAfter.FIRST_EHLO)
                && take(Stage.EHLO, new HelloPhase(name), dialogue);
    }

    private boolean encrypt(Dialogue dialogue, Endpoint endpoint, String name) {
        if (!plan.tlsMode().usesStartTls() || !plan.stopAfter().includes(StopAfter.TLS)) {
            return true;
        }
        StepResult asked = run(Stage.STARTTLS, new StartTlsPhase(), dialogue);
        if (asked instanceof StepResult.Skipped) {
            return true;
        }
        return asked.isPassed()
                && take(Stage.TLS, new TlsPhase(endpoint, name), dialogue)
                && plan.stopAfter().includes(StopAfter.EHLO)
                && take(Stage.EHLO_TLS, new HelloPhase(name), dialogue);
    }

    private boolean authenticate(Dialogue dialogue) {
        if (!plan.asksForAuth()) {
            return true;
        }
        StepResult result = run(Stage.AUTH, new AuthPhase(), dialogue);
        if (result instanceof StepResult.Skipped skipped && skipped.reason() == StepResult.Reason.NOT_OFFERED) {
            return dialogue.isOpen();
        }
        if (result instanceof StepResult.Skipped && plan.asksForMail()) {
            run(Stage.MAIL, unused -> StepResult.skipped(StepResult.Reason.NOT_LOGGED_IN), dialogue);
        }
        return result.isPassed() && dialogue.isOpen();
    }

    /** Whether a transaction was opened that has to be undone. */
    private boolean transact(Dialogue dialogue) {
        if (!plan.asksForMail() || !take(Stage.MAIL, new MailPhase(), dialogue)) {
            return false;
        }
        if (plan.asksForRcpt()) {
            take(Stage.RCPT, new RcptPhase(), dialogue);
        }
        return dialogue.isOpen();
    }

    private boolean take(Stage stage, Phase phase, Dialogue dialogue) {
        return run(stage, phase, dialogue).isPassed() && dialogue.isOpen();
    }

    private StepResult run(Stage stage, Phase phase, Dialogue dialogue) {
        recorder.enter(stage);
        Duration begun = recorder.elapsed();
        StepResult result = phase.run(dialogue);
        recorder.record(
                stamp -> new Event.StepEnded(stamp, result, recorder.elapsed().minus(begun)));
        return result;
    }
}
