package dev.smtpdiag.session.sasl;

import com.ongres.scram.client.ScramClient;
import com.ongres.scram.common.StringPreparation;
import com.ongres.scram.common.exception.ScramInvalidServerSignatureException;
import com.ongres.scram.common.exception.ScramParseException;
import com.ongres.scram.common.exception.ScramServerErrorException;
import dev.smtpdiag.plan.Credentials;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.security.sasl.SaslException;

/**
 * SCRAM (RFC 5802, RFC 7677): the password never crosses the network, and the server proves that it knows it, too.
 */
final class ScramSaslClient extends SimpleClient {

    /** A server that asks for more would keep us busy for minutes. */
    private static final int MOST_ITERATIONS = 2_000_000;

    private enum State {
        FIRST,
        FINAL,
        VERIFY,
        PROVEN,
        REFUSED
    }

    private final ScramClient client;
    private State state = State.FIRST;

    /**
     * @param binding for the mechanisms whose names end in PLUS
     * @throws SaslException when user name, password or binding cannot be used with it
     */
    ScramSaslClient(String mechanism, Credentials credentials, Optional<ChannelBinding> binding) throws SaslException {
        super(mechanism);
        try {
            client = client(mechanism, credentials, binding);
        } catch (IllegalArgumentException e) {
            // Not the cause: it could quote the password.
            throw new SaslException(mechanism + " cannot be used with this login");
        }
    }

    private static ScramClient client(String mechanism, Credentials credentials, Optional<ChannelBinding> binding) {
        char[] password = credentials.password().reveal().toCharArray();
        var builder = ScramClient.builder()
                .advertisedMechanisms(List.of(mechanism))
                .username(credentials.user())
                .password(password)
                .stringPreparation(preparation(password));
        if (mechanism.endsWith("-PLUS")) {
            ChannelBinding given = binding.orElseThrow(IllegalArgumentException::new);
            builder.channelBinding(given.type(), given.data());
        }
        return builder.build();
    }

    /** Servers keep what cannot be prepared (RFC 4013) as it is. */
    private static StringPreparation preparation(char[] password) {
        try {
            StringPreparation.SASL_PREPARATION.normalize(password);
            return StringPreparation.SASL_PREPARATION;
        } catch (IllegalArgumentException e) {
            return StringPreparation.NO_PREPARATION;
        }
    }

    @Override
    public byte[] evaluateChallenge(byte[] challenge) throws SaslException {
        String text = new String(challenge, StandardCharsets.UTF_8);
        try {
            return answer(text).getBytes(StandardCharsets.UTF_8);
        } catch (ScramInvalidServerSignatureException e) {
            throw new ServerUnprovenException();
        } catch (ScramServerErrorException e) {
            // The reason is in the challenge; the reply that follows is the refusal.
            state = State.REFUSED;
            return new byte[0];
        } catch (ScramParseException | IllegalArgumentException | IllegalStateException e) {
            throw new SaslException("not a message of SCRAM");
        }
    }

    private String answer(String challenge)
            throws ScramParseException, ScramServerErrorException, ScramInvalidServerSignatureException, SaslException {
        switch (state) {
            case FIRST -> {
                state = State.FINAL;
                return client.clientFirstMessage().toString();
            }
            case FINAL -> {
                if (challenge.startsWith("e=")) {
                    state = State.REFUSED;
                    return "";
                }
                if (client.serverFirstMessage(challenge).getIterationCount() > MOST_ITERATIONS) {
                    throw new SaslException("more iterations than any server needs");
                }
                state = State.VERIFY;
                return client.clientFinalMessage().toString();
            }
            case VERIFY -> {
                client.serverFinalMessage(challenge);
                state = State.PROVEN;
                return "";
            }
            default -> throw new SaslException("the server asks for more after the end");
        }
    }

    /** Only once the server has proved itself. */
    @Override
    public boolean isComplete() {
        return state == State.PROVEN;
    }
}
