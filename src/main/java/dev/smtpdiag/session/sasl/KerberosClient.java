package dev.smtpdiag.session.sasl;

import dev.smtpdiag.plan.Credentials;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.security.auth.Subject;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;
import javax.security.sasl.SaslClient;
import javax.security.sasl.SaslException;

/**
 * GSSAPI (RFC 4752) with a ticket that the user has already: asks for nothing and never waits long, though the library
 * would look for Kerberos servers with no bound on the time.
 */
final class KerberosClient extends SimpleClient {

    private static final int SECONDS = 20;
    private static final String NAME = "smtpdiag";

    private final Subject subject;
    private final SaslClient client;

    /**
     * @throws SaslException when there is no ticket
     */
    KerberosClient(Credentials credentials, String host) throws SaslException {
        super("GSSAPI");
        subject = bounded(KerberosClient::tickets);
        client = bounded(() -> asUser(() -> JdkMechanisms.client("GSSAPI", credentials, host)));
    }

    @Override
    public byte[] evaluateChallenge(byte[] challenge) throws SaslException {
        byte[] answer = bounded(() -> asUser(() -> {
            byte[] octets = client.evaluateChallenge(challenge);
            return octets == null ? new byte[0] : octets;
        }));
        return answer;
    }

    @Override
    public boolean isComplete() {
        return client.isComplete();
    }

    private static Subject tickets() throws LoginException {
        Subject subject = new Subject();
        LoginContext context = new LoginContext(NAME, subject, null, new TicketsOnly());
        context.login();
        return subject;
    }

    private <T> T asUser(PrivilegedExceptionAction<T> action) throws PrivilegedActionException {
        return Subject.doAs(subject, action);
    }

    private static <T> T bounded(Callable<T> work) throws SaslException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "kerberos");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new SaslException("no Kerberos ticket can be used", e.getCause());
        } catch (TimeoutException e) {
            throw new SaslException("Kerberos does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SaslException("interrupted");
        }
    }

    /** Takes tickets from the cache, and asks nobody for a password. */
    private static final class TicketsOnly extends Configuration {
        @Override
        public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
            return new AppConfigurationEntry[] {
                new AppConfigurationEntry(
                        "com.sun.security.auth.module.Krb5LoginModule",
                        AppConfigurationEntry.LoginModuleControlFlag.REQUIRED,
                        Map.of("useTicketCache", "true", "doNotPrompt", "true"))
            };
        }
    }
}
