package dev.smtpdiag.session;

import dev.smtpdiag.smtp.Command;
import dev.smtpdiag.smtp.Extensions;
import dev.smtpdiag.smtp.Reply;
import dev.smtpdiag.transcript.Endpoint;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.StepResult;
import java.time.Duration;

/** Says EHLO, and HELO where the server does not know EHLO (RFC 5321 3.2, 4.1.1.1). */
final class HelloPhase implements Phase {

    private final String name;

    HelloPhase(String name) {
        this.name = name;
    }

    /** What we call ourselves when nobody gave us a name: the address literal of our end (RFC 5321 4.1.3). */
    static String addressLiteral(Endpoint local) {
        String address = local.address();
        int zone = address.indexOf('%');
        String plain = zone < 0 ? address : address.substring(0, zone);
        return local.isIpv6() ? "[IPv6:" + plain + "]" : "[" + plain + "]";
    }

    @Override
    public StepResult run(Dialogue dialogue) {
        Duration timeout = dialogue.plan().timeouts().reply();
        Answer answer = dialogue.send(new Command.Ehlo(name), timeout);
        if (answer instanceof Answer.Replied replied && isUnknownCommand(replied.reply()) && dialogue.isOpen()) {
            dialogue.recorder().record(stamp -> new Event.Decided(stamp, Event.Decision.HELO_FALLBACK));
            dialogue.announced(Extensions.NONE);
            return dialogue.send(new Command.Helo(name), timeout).passesWith(250);
        }
        if (answer instanceof Answer.Replied replied && replied.reply().is(250)) {
            dialogue.announced(Extensions.of(replied.reply()));
        }
        return answer.passesWith(250);
    }

    /** Only these three say that the verb is not known; 501, 550 and 554 refuse us and would refuse HELO too. */
    private static boolean isUnknownCommand(Reply reply) {
        return reply.is(500, 502, 504);
    }
}
