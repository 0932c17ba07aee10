package dev.smtpdiag.render;

import com.google.gson.stream.JsonWriter;
import dev.smtpdiag.transcript.CertificateFacts;
import dev.smtpdiag.transcript.CertificateProblem;
import dev.smtpdiag.transcript.Event;
import dev.smtpdiag.transcript.FetchedCertificate;
import dev.smtpdiag.transcript.Transcript;
import dev.smtpdiag.transcript.TrustView;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What is known of TLS and of the certificates of one target, in a JSON document. */
final class JsonTls {

    private final JsonWriter json;

    JsonTls(JsonWriter json) {
        this.json = json;
    }

    void write(Transcript transcript) throws IOException {
        Optional<Event.TlsEstablished> session = transcript.first(Event.TlsEstablished.class);
        Optional<Event.CertificateJudged> judged = transcript.first(Event.CertificateJudged.class);
        if (session.isEmpty() && judged.isEmpty()) {
            return;
        }
        json.name("tls").beginObject();
        if (session.isPresent()) {
            json.name("protocol").value(session.get().protocol());
            json.name("cipherSuite").value(session.get().cipherSuite());
        }
        if (judged.isPresent()) {
            json.name("certificateValid").value(judged.get().problems().isEmpty());
            json.name("name").value(judged.get().name());
            problems("problems", judged.get().problems());
            problems("remarks", judged.get().remarks());
            json.name("chain").beginArray();
            for (CertificateFacts certificate : judged.get().chain()) {
                certificate(certificate);
            }
            json.endArray();
        }
        trust(transcript.first(Event.TrustCompared.class));
        fetched(transcript.first(Event.IntermediatesFetched.class));
        other(transcript.first(Event.OtherCertificate.class));
        names(transcript.first(Event.NamesFound.class));
        json.endObject();
    }

    private void problems(String name, List<CertificateProblem> problems) throws IOException {
        json.name(name).beginArray();
        for (CertificateProblem problem : problems) {
            json.beginObject();
            json.name("kind").value(problem.kind().id());
            json.name("position").value(problem.position());
            json.name("detail").value(problem.detail());
            json.endObject();
        }
        json.endArray();
    }

    private void certificate(CertificateFacts certificate) throws IOException {
        json.beginObject();
        json.name("subject").value(certificate.subject());
        json.name("issuer").value(certificate.issuer());
        json.name("notBefore").value(certificate.notBefore().toString());
        json.name("notAfter").value(certificate.notAfter().toString());
        strings("names", certificate.names());
        json.name("key").value(certificate.key());
        json.name("signature").value(certificate.signature());
        json.name("sha256").value(certificate.sha256());
        if (!certificate.pin().isEmpty()) {
            json.name("pinSha256").value(certificate.pin());
        }
        if (!certificate.caIssuers().isEmpty()) {
            json.name("caIssuers").value(certificate.caIssuers());
        }
        json.name("selfSigned").value(certificate.selfSigned());
        json.endObject();
    }

    private void trust(Optional<Event.TrustCompared> compared) throws IOException {
        if (compared.isEmpty()) {
            return;
        }
        json.name("trust").beginArray();
        for (TrustView view : compared.get().views()) {
            json.beginObject();
            json.name("store").value(view.kind().id());
            json.name("place").value(view.place());
            json.name("authorities").value(view.size());
            json.name("trusted").value(view.trusts());
            if (view.trusts()) {
                json.name("authority").value(view.authority());
            }
            json.endObject();
        }
        json.endArray();
    }

    private void fetched(Optional<Event.IntermediatesFetched> fetched) throws IOException {
        if (fetched.isEmpty()) {
            return;
        }
        json.name("intermediates").beginObject();
        json.name("complete").value(fetched.get().completes());
        json.name("fetched").beginArray();
        for (FetchedCertificate attempt : fetched.get().attempts()) {
            json.beginObject();
            json.name("address").value(attempt.address());
            if (attempt.failure().isEmpty()) {
                json.name("subject").value(attempt.subject());
            } else {
                json.name("failure").value(attempt.failure());
            }
            json.endObject();
        }
        json.endArray();
        json.endObject();
    }

    private void other(Optional<Event.OtherCertificate> other) throws IOException {
        if (other.isEmpty()) {
            return;
        }
        json.name("otherHandshake").beginObject();
        if (other.get().serverName().isPresent()) {
            json.name("serverName").value(other.get().serverName().get());
        }
        if (other.get().chain().isEmpty()) {
            json.name("failure").value(other.get().failure());
        } else {
            CertificateFacts own = other.get().chain().get(0);
            json.name("same").value(other.get().same());
            json.name("matches").value(other.get().matches());
            json.name("subject").value(own.subject());
            strings("names", own.names());
        }
        json.endObject();
    }

    private void names(Optional<Event.NamesFound> names) throws IOException {
        if (names.isEmpty()) {
            return;
        }
        json.name("namesInDns").beginObject();
        strings("reverse", names.get().reverse());
        strings("mailExchangers", names.get().mailExchangers());
        strings("matching", names.get().matching());
        json.endObject();
    }

    private void strings(String name, List<String> values) throws IOException {
        json.name(name).beginArray();
        for (String value : values) {
            json.value(value);
        }
        json.endArray();
    }
}
