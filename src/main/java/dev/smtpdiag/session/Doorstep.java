package dev.smtpdiag.session;

import dev.smtpdiag.plan.Plan;
import dev.smtpdiag.plan.TlsMode;
import dev.smtpdiag.transcript.Endpoint;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Recorder;
import dev.smtpdiag.transcript.Stage;
import dev.smtpdiag.transcript.StepResult;
import dev.smtpdiag.transcript.Transcript;
import java.time.Duration;
import java.util.List;

/**
 * Brings connections, one after the other, to the point where the server expects a ClientHello: at once where TLS is
 * implicit, behind greeting, EHLO and STARTTLS elsewhere. For whoever wants to say something else there than a session does.
 */
public final class Doorstep {

    private final Plan plan;
    private final Environment environment;
    private final Endpoint endpoint;

    /** How a walk to the door ends. */
    public sealed interface Arrival permits Ready, Stopped {}

    /**
     * The server waits for a ClientHello.
     *
     * @param door to say it at; to be closed
     */
    public record Ready(Door door) implements Arrival {}

    /**
     * The walk ended before.
     *
     * @param transcript tells where and how
     */
    public record Stopped(Transcript transcript) implements Arrival {}

    /**
     * @param plan target, mode, EHLO name and times; its steps do not matter
     * @param endpoint where every connection goes
     */
    public Doorstep(Plan plan, Environment environment, Endpoint endpoint) {
        this.plan = plan;
        this.environment = environment;
        this.endpoint = endpoint;
    }

    /** Opens one more connection. */
    public Arrival arrive() {
        Recorder recorder = new Recorder(environment.nanoClock(), event -> {});
        Deadline end = Deadline.after(plan.timeouts().total(), environment.nanoClock());
        Connector.Opened opened = new ConnectPhase(plan, recorder, environment, end).connect(List.of(endpoint));
        if (opened == null) {
            return new Stopped(recorder.transcript());
        }
        Duration patience = plan.timeouts().reply();
        if (plan.tlsMode() == TlsMode.IMPLICIT) {
            return new Ready(new Door(opened.connection(), patience));
        }
        Dialogue dialogue = new Dialogue(plan, recorder, environment, end, opened.connection());
        String name = plan.ehloName().orElseGet(() -> HelloPhase.addressLiteral(opened.local()));
        boolean reached = take(Stage.GREETING, new GreetingPhase(new SilentPort(endpoint)), dialogue)
                && take(Stage.EHLO, new HelloPhase(name), dialogue)
                && take(Stage.STARTTLS, new StartTlsPhase(), dialogue);
        if (reached) {
            return new Ready(new Door(dialogue.connection(), patience));
        }
        if (dialogue.isOpen()) {
            take(Stage.QUIT, new QuitPhase(false), dialogue);
        }
        dialogue.close();
        return new Stopped(recorder.transcript());
    }

    private static boolean take(Stage stage, Phase phase, Dialogue dialogue) {
        Recorder recorder = dialogue.recorder();
        recorder.enter(stage);
        Duration begun = recorder.elapsed();
        StepResult result = phase.run(dialogue);
        recorder.record(
                stamp -> new Event.StepEnded(stamp, result, recorder.elapsed().minus(begun)));
        return result.isPassed() && dialogue.isOpen();
    }
}
