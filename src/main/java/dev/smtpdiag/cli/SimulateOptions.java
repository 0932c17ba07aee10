package dev.smtpdiag.cli;

import dev.smtpdiag.plan.InvalidInputException;
import dev.smtpdiag.simulate.CertificateKind;
import dev.smtpdiag.simulate.ClientWishes;
import dev.smtpdiag.simulate.FriendlyServer;
import dev.smtpdiag.simulate.Overlay;
import dev.smtpdiag.simulate.Performance;
import dev.smtpdiag.simulate.Scenario;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * What {@code smtpdiag simulate} was asked for.
 *
 * @param performance what is played
 * @param scenario what it is about
 * @param sessions after how many it ends
 * @param folder for messages
 * @param authority the file for the certificate of the authority
 */
record SimulateOptions(
        Performance performance,
        Scenario scenario,
        String address,
        int port,
        int sessions,
        double probability,
        long seed,
        Optional<Path> folder,
        Optional<Path> authority) {

    private static final int USUAL_PORT = 2525;
    private static final int HIGHEST_PORT = 65_535;

    static CommandSpec spec(HelpTexts help) {
        Specs specs = new Specs(help, "simulate", "simulate.description", "[OPTIONS] [SCENARIO]");
        return specs.parameter("SCENARIO", "simulate.scenario")
                .options(
                        specs.flag("simulate.list", "--list"),
                        specs.value("PORT", "simulate.port", "--port"),
                        specs.value("ADDRESS", "simulate.bind", "--bind"),
                        specs.value("COUNT", "simulate.sessions", "--sessions"),
                        specs.value("DIR", "simulate.save", "--save"))
                .group(
                        "simulate.group.faults",
                        specs.values("STEP=REPLY", "simulate.reply", "--reply"),
                        specs.values("STEP=TIME", "simulate.delay", "--delay"),
                        specs.values("STEP", "simulate.drop-after", "--drop-after"),
                        specs.values("STEP", "simulate.silent-at", "--silent-at"),
                        specs.flag("simulate.lax", "--lax"),
                        specs.value("NUMBER", "simulate.probability", "--probability"),
                        specs.value("NUMBER", "simulate.seed", "--seed"))
                .group(
                        "simulate.group.tls",
                        specs.value("MODE", "simulate.tls", "--tls"),
                        specs.value("KIND", "simulate.certificate", "--certificate"),
                        specs.value("FILE", "simulate.write-ca", "--write-ca"))
                .common()
                .footer(
                        "simulate.exit",
                        "smtpdiag simulate",
                        "smtpdiag simulate --list",
                        "smtpdiag simulate auth-rejected --port 2587",
                        "smtpdiag simulate --reply rcpt=550:5.1.1 --delay data=5s",
                        "smtpdiag simulate --reply 'auth=535:5.7.8:No' --tls implicit --certificate expired",
                        "smtpdiag simulate --silent-at message --probability 0.1 --seed 7",
                        "smtpdiag simulate --save mails --sessions 1")
                .spec();
    }

    /**
     * @param friendly the title of the server on which everything works
     */
    static SimulateOptions of(ParseResult parsed, String friendly) {
        Optional<String> name = Optional.ofNullable(parsed.<String>matchedPositionalValue(0, null));
        Optional<CertificateKind> certificate =
                Aliases.value(parsed, "--certificate").map(SimulateOptions::certificate);
        Optional<ClientWishes.Tls> tls = Aliases.value(parsed, "--tls").map(SimulateOptions::tls);
        if (name.isPresent() && tls.isPresent()) {
            throw new InvalidInputException("simulate.tls-scenario", name.get());
        }
        Optional<Scenario> named = name.map(ScenarioChoice::of);
        ClientWishes.Tls mode = tls.orElse(named.map(each -> each.client().tls())
                .filter(each -> each == ClientWishes.Tls.IMPLICIT)
                .orElse(ClientWishes.Tls.STARTTLS));
        CertificateKind shown = certificate.orElse(CertificateKind.GOOD);
        Scenario good = FriendlyServer.of(mode, shown, friendly);
        Scenario scenario =
                named.map(each -> certificate.map(each::showing).orElse(each)).orElse(good);
        Overlay overlay = FaultOptions.overlay(parsed);
        double probability = Aliases.value(parsed, "--probability")
                .map(SimulateOptions::probability)
                .orElse(1.0);
        long seed = Aliases.value(parsed, "--seed")
                .map(text -> (long) number("--seed", text, 0, Integer.MAX_VALUE))
                .orElseGet(() -> (long) new Random().nextInt(Integer.MAX_VALUE));
        return new SimulateOptions(
                Performance.of(scenario, overlay, good, probability, seed),
                scenario,
                Aliases.value(parsed, "--bind").orElse("127.0.0.1"),
                Aliases.value(parsed, "--port")
                        .map(text -> number("--port", text, 0, HIGHEST_PORT))
                        .orElse(USUAL_PORT),
                Aliases.value(parsed, "--sessions")
                        .map(text -> number("--sessions", text, 1, Integer.MAX_VALUE))
                        .orElse(Integer.MAX_VALUE),
                probability,
                seed,
                Aliases.value(parsed, "--save").map(text -> path("--save", text)),
                Aliases.value(parsed, "--write-ca").map(text -> path("--write-ca", text)));
    }

    private static CertificateKind certificate(String text) {
        List<String> known = new ArrayList<>();
        for (CertificateKind kind : CertificateKind.values()) {
            known.add(kind.id());
            if (kind.id().equals(text.toLowerCase(Locale.ROOT))) {
                return kind;
            }
        }
        throw new InvalidInputException("simulate.certificate", text, String.join(", ", known));
    }

    private static ClientWishes.Tls tls(String text) {
        for (ClientWishes.Tls tls : ClientWishes.Tls.values()) {
            if (tls != ClientWishes.Tls.AUTO && tls.id().equals(text.toLowerCase(Locale.ROOT))) {
                return tls;
            }
        }
        throw new InvalidInputException("simulate.tls", text);
    }

    private static double probability(String text) {
        double value = text.matches("[0-9]*\\.?[0-9]{1,9}") ? Double.parseDouble(text) : -1;
        if (value < 0 || value > 1) {
            throw new InvalidInputException("simulate.probability", text);
        }
        return value;
    }

    private static int number(String option, String text, int lowest, int highest) {
        long value = text.matches("[0-9]{1,10}") ? Long.parseLong(text) : -1;
        if (value < lowest || value > highest) {
            throw new InvalidInputException(
                    "simulate.number", option, text, Integer.toString(lowest), Integer.toString(highest));
        }
        return (int) value;
    }

    private static Path path(String option, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new InvalidInputException("simulate.path", option, text);
        }
    }
}
