package dev.smtpdiag.session;

import dev.smtpdiag.session.tls.CertificateJudge;
import dev.smtpdiag.transcript.CertificateFacts;
import dev.smtpdiag.transcript.FetchedCertificate;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches the certificates that a server left out from where its own say that they are (RFC 5280 4.2.2.1): over HTTP alone,
 * without redirects, a few, small ones, within one time limit. What comes is believed only as far as signatures go.
 */
final class IntermediateFetcher {

    private static final int MOST = 4;
    private static final int MOST_OCTETS = 64 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Deadline deadline;
    private final List<X509Certificate> certificates = new ArrayList<>();
    private final List<FetchedCertificate> attempts = new ArrayList<>();

    IntermediateFetcher(Deadline end) {
        this.deadline = end.within(PATIENCE);
    }

    /** What was fetched and fits, in the order of the way up. */
    List<X509Certificate> certificates() {
        return certificates;
    }

    /** What was tried. */
    List<FetchedCertificate> attempts() {
        return attempts;
    }

    /** Goes up from the last certificate that was sent. */
    void fetch(List<X509Certificate> chain) {
        List<X509Certificate> known = new ArrayList<>(chain);
        for (int i = 0; i < MOST; i++) {
            Optional<X509Certificate> last = CertificateJudge.openEnd(known);
            String address = last.map(open -> facts(open).caIssuers()).orElse("");
            if (address.isEmpty()) {
                return;
            }
            Optional<X509Certificate> issuer = attempt(address, last.orElseThrow());
            if (issuer.isEmpty() || known.contains(issuer.get())) {
                return;
            }
            known.add(issuer.get());
            certificates.add(issuer.get());
        }
    }

    private Optional<X509Certificate> attempt(String address, X509Certificate below) {
        try {
            for (X509Certificate candidate : read(inTime(address))) {
                if (CertificateJudge.isSignedBy(candidate, below)) {
                    attempts.add(
                            new FetchedCertificate(address, facts(candidate).subjectName(), ""));
                    return Optional.of(candidate);
                }
            }
            attempts.add(new FetchedCertificate(address, "", "the certificate there is of another authority"));
        } catch (CertificateException e) {
            attempts.add(new FetchedCertificate(address, "", "what is there is no certificate"));
        } catch (IOException e) {
            attempts.add(new FetchedCertificate(address, "", String.valueOf(e.getMessage())));
        }
        return Optional.empty();
    }

    /** The limit is for the whole answer: one that comes octet by octet would never meet that of a read. */
    private byte[] inTime(String address) throws IOException {
        FutureTask<byte[]> task = new FutureTask<>(() -> get(address));
        Thread thread = new Thread(task, "fetch");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(Math.max(1, deadline.remaining().toNanos()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw new IOException(cause == null ? "failed" : String.valueOf(cause.getMessage()), e);
        } catch (TimeoutException e) {
            throw new IOException("no complete answer in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private byte[] get(String address) throws IOException {
        HttpURLConnection http = (HttpURLConnection) URI.create(address).toURL().openConnection(Proxy.NO_PROXY);
        int millis = (int) Math.max(1, deadline.remaining().toMillis());
        http.setInstanceFollowRedirects(false);
        http.setConnectTimeout(millis);
        http.setReadTimeout(millis);
        http.setUseCaches(false);
        try {
            int status = http.getResponseCode();
            if (status != HttpURLConnection.HTTP_OK) {
                throw new IOException("HTTP status " + status);
            }
            try (InputStream in = http.getInputStream()) {
                return bounded(in);
            }
        } finally {
            http.disconnect();
        }
    }

    private byte[] bounded(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] chunk = new byte[8 * 1024];
        int count = in.read(chunk);
        while (count >= 0) {
            all.write(chunk, 0, count);
            if (all.size() > MOST_OCTETS) {
                throw new IOException("too large to be a certificate");
            }
            if (deadline.hasPassed()) {
                throw new IOException("no complete answer in time");
            }
            count = in.read(chunk);
        }
        return all.toByteArray();
    }

    /** DER, PEM or PKCS#7. */
    private static List<X509Certificate> read(byte[] content) throws CertificateException {
        List<X509Certificate> found = new ArrayList<>();
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        factory.generateCertificates(new ByteArrayInputStream(content))
                .forEach(certificate -> found.add((X509Certificate) certificate));
        return found;
    }

    private static CertificateFacts facts(X509Certificate certificate) {
        return CertificateJudge.facts(List.of(certificate)).get(0);
    }
}
