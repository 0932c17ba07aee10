package dev.smtpdiag.simulate;

import java.util.ArrayList;
import java.util.List;

/** Reads the indented lines of one block. */
final class BlockParser {

    private final List<Action> actions = new ArrayList<>();
    private LoginWords words = LoginWords.DEFAULT;

    List<Action> actions() {
        return actions;
    }

    void read(SourceLine line) {
        String text = line.text().strip();
        int space = text.indexOf(' ');
        String verb = space < 0 ? text : text.substring(0, space);
        String rest = space < 0 ? "" : text.substring(space + 1);
        if (!actions.isEmpty() && actions.get(actions.size() - 1).isLast()) {
            throw line.error("nothing can follow here: the connection is over by then");
        }
        switch (verb) {
            case "prompts" -> words = prompts(line, rest);
            case "accept" -> words = words.accepting(reply(line, rest));
            case "proof" -> words = words.proving(proof(line, rest));
            case "refuse" -> words = words.refusing(reply(line, rest));
            default -> actions.add(action(line, verb, rest));
        }
    }

    private Action action(SourceLine line, String verb, String rest) {
        return switch (verb) {
            case "<" -> new Action.Send(Octets.ofText(rest) + "\r\n");
            case "raw" -> new Action.Send(Octets.ofEscaped(line, rest));
            case "wait" -> new Action.Wait(line.duration(rest));
            case "drip" -> new Action.Drip(line.duration(rest));
            case "tls" -> new Action.StartTls(CertificateKind.parse(line, rest));
            case "endless" -> endless(line, rest);
            default -> bare(line, verb, rest);
        };
    }

    private Action bare(SourceLine line, String verb, String rest) {
        Action action = switch (verb) {
            case "hear" -> new Action.Hear();
            case "message" -> new Action.TakeMessage();
            case "chunk" -> new Action.TakeChunk();
            case "ask" -> new Action.Ask(words);
            case "login" -> new Action.Login(words);
            case "close" -> new Action.Close();
            case "half-close" -> new Action.HalfClose();
            case "reset" -> new Action.Reset();
            case "silent" -> new Action.Silent();
            default ->
                throw line.error("unknown action '" + verb + "' (known are <, raw, wait, drip, tls, hear,"
                        + " message, chunk, prompts, accept, refuse, proof, ask, login, close, half-close, reset,"
                        + " silent, endless)");
        };
        if (!rest.isEmpty()) {
            throw line.error("nothing can stand behind '" + verb + "'");
        }
        return action;
    }

    private static Action endless(SourceLine line, String rest) {
        return switch (rest) {
            case "line" -> new Action.Endless("250-" + "x".repeat(60), "x".repeat(64));
            case "reply" -> new Action.Endless("", "250-This reply has no end\r\n");
            default -> throw line.error("what is endless is a line or a reply, not '" + rest + "'");
        };
    }

    private LoginWords prompts(SourceLine line, String rest) {
        String[] both = rest.split(" \\| ", -1);
        if (both.length != 2) {
            throw line.error("prompts has the form: prompts Username: | Password:");
        }
        return words.prompting(Octets.ofEscaped(line, both[0].strip()), Octets.ofEscaped(line, both[1].strip()));
    }

    private static LoginWords.Proof proof(SourceLine line, String rest) {
        return switch (rest) {
            case "wrong" -> LoginWords.Proof.WRONG;
            case "missing" -> LoginWords.Proof.MISSING;
            default -> throw line.error("a proof is wrong or missing, not '" + rest + "'");
        };
    }

    private static String reply(SourceLine line, String rest) {
        if (rest.isEmpty()) {
            throw line.error("the reply is missing (write accept 235 2.7.0 Welcome)");
        }
        return Octets.ofText(rest);
    }
}
