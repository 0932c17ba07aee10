package dev.smtpdiag.render;

import com.google.gson.stream.JsonWriter;
import dev.smtpdiag.smtp.Challenge;
import dev.smtpdiag.smtp.Reply;
import dev.smtpdiag.transcript.Challenges;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.Failure;
import dev.smtpdiag.transcript.Stamp;
import dev.smtpdiag.transcript.Transcript;
import dev.smtpdiag.transcript.Trial;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The transcript in a JSON document: every event, with its line number, time and step. */
final class JsonEvents {

    private final JsonWriter json;
    private Challenges challenges = Challenges.in(List.of());

    JsonEvents(JsonWriter json) {
        this.json = json;
    }

    void write(Transcript transcript) throws IOException {
        challenges = Challenges.in(transcript.events());
        json.name("transcript").beginArray();
        for (Event event : transcript.events()) {
            if (event instanceof Event.StepEnded) {
                continue; // "steps" tells it
            }
            json.beginObject();
            Stamp stamp = event.stamp();
            json.name("line").value(stamp.line());
            json.name("atMs").value(Durations.millis(stamp.at()));
            json.name("stage").value(stamp.stage().id());
            json.name("secure").value(stamp.secure());
            if (!dialogue(event) && !network(event)) {
                trouble(event);
            }
            json.endObject();
        }
        json.endArray();
    }

    /** As {@code {code, enhanced, lines}}, deviations only where there are any. */
    void reply(Reply reply) throws IOException {
        json.beginObject();
        json.name("code").value(reply.code().value());
        if (reply.enhanced() != null) {
            json.name("enhanced").value(reply.enhanced().toString());
        }
        json.name("lines").beginArray();
        for (String line : reply.lines()) {
            json.value(line);
        }
        json.endArray();
        if (!reply.deviations().isEmpty()) {
            json.name("deviations").beginArray();
            for (String deviation : reply.deviations().stream()
                    .map(found -> found.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .sorted()
                    .toList()) {
                json.value(deviation);
            }
            json.endArray();
        }
        json.endObject();
    }

    private boolean dialogue(Event event) throws IOException {
        if (event instanceof Event.CommandSent e) {
            type("command");
            json.name("text").value(e.display());
        } else if (event instanceof Event.ReplyReceived e) {
            type("reply");
            json.name("reply");
            reply(e.reply());
            challenge(e);
            json.name("raw").value(e.raw());
            json.name("durationMs").value(Durations.millis(e.took()));
        } else if (event instanceof Event.MalformedReceived e) {
            type("malformed");
            json.name("reason")
                    .value(e.reply().reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            json.name("raw").value(e.raw());
            json.name("durationMs").value(Durations.millis(e.took()));
        } else if (event instanceof Event.MechanismTried e) {
            tried(e);
        } else if (event instanceof Event.Decided e) {
            type("decision");
            json.name("decision").value(e.decision().id());
        } else {
            return false;
        }
        return true;
    }

    private void challenge(Event.ReplyReceived event) throws IOException {
        Optional<Challenge> challenge = challenges.at(event);
        if (challenge.isEmpty()) {
            return;
        }
        json.name("challenge").beginObject();
        json.name("kind").value(challenge.get().kind().id());
        for (Map.Entry<String, String> fact : challenge.get().facts().entrySet()) {
            json.name(fact.getKey()).value(fact.getValue());
        }
        json.endObject();
    }

    private boolean network(Event event) throws IOException {
        if (event instanceof Event.AddressesResolved e) {
            type("addresses-resolved");
            json.name("host").value(e.host());
            json.name("addresses").beginArray();
            for (String address : e.addresses()) {
                json.value(address);
            }
            json.endArray();
        } else if (event instanceof Event.ResolveFailed e) {
            type("resolve-failed");
            json.name("host").value(e.host());
            json.name("detail").value(e.detail());
        } else if (event instanceof Event.Connected e) {
            type("connected");
            json.name("endpoint").value(e.endpoint().toString());
        } else if (event instanceof Event.ConnectFailed e) {
            type("connect-failed");
            json.name("endpoint").value(e.endpoint().toString());
            json.name("failure").value(e.failure().id());
        } else if (event instanceof Event.AddressTried e) {
            type("address-tried");
            json.name("endpoint").value(e.endpoint().toString());
            Failure failure = e.failure();
            if (failure != null) {
                json.name("failure").value(failure.id());
            }
        } else if (event instanceof Event.TlsEstablished) {
            type("tls-established");
        } else if (event instanceof Event.CertificateJudged) {
            type("certificate-judged");
        } else if (event instanceof Event.CertificateRequested e) {
            requested(e);
        } else if (event instanceof Event.TrustCompared) {
            type("trust-compared");
        } else if (event instanceof Event.IntermediatesFetched) {
            type("intermediates-fetched");
        } else if (event instanceof Event.OtherCertificate) {
            type("other-certificate");
        } else if (event instanceof Event.NamesFound) {
            type("names-found");
        } else {
            return false;
        }
        return true;
    }

    private void requested(Event.CertificateRequested event) throws IOException {
        type("certificate-requested");
        json.name("shown").value(event.shown());
        json.name("authorities").beginArray();
        for (String authority : event.authorities()) {
            json.value(authority);
        }
        json.endArray();
        json.name("authorityCount").value(event.authorityCount());
    }

    private void tried(Event.MechanismTried event) throws IOException {
        type("mechanism-tried");
        json.name("mechanism").value(event.mechanism());
        json.name("result").value(event.trial().id());
        if (event.trial() instanceof Trial.Missing missing) {
            json.name("need").value(missing.need().id());
        } else if (event.trial() instanceof Trial.Fails fails) {
            json.name("failure").value(fails.failure().id());
        }
        json.name("durationMs").value(Durations.millis(event.took()));
    }

    private void trouble(Event event) throws IOException {
        if (event instanceof Event.TlsFailed e) {
            type("tls-failed");
            String alert = e.alert();
            if (alert != null) {
                json.name("alert").value(alert);
            }
            json.name("detail").value(e.detail());
            String disabled = e.disabled();
            if (disabled != null) {
                json.name("disabledBy").value(disabled);
            }
            json.name("raw").value(e.plaintext());
        } else if (event instanceof Event.UnexpectedBytes e) {
            type("unexpected-bytes");
            json.name("raw").value(e.raw());
        } else if (event instanceof Event.TimedOut e) {
            type("timed-out");
            json.name("raw").value(e.partial());
            json.name("durationMs").value(Durations.millis(e.waited()));
        } else if (event instanceof Event.Closed e) {
            type(e.reset() ? "reset" : "closed");
            json.name("raw").value(e.partial());
        }
    }

    private void type(String name) throws IOException {
        json.name("type").value(name);
    }
}
