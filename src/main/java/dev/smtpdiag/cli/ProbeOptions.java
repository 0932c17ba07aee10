package dev.smtpdiag.cli;

import dev.smtpdiag.plan.Envelope;
import dev.smtpdiag.plan.InvalidInputException;
import dev.smtpdiag.plan.Planner;
import dev.smtpdiag.plan.StopAfter;
import dev.smtpdiag.plan.Timeouts;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** The options that say how to probe, and the planner that they make. */
final class ProbeOptions {

    private ProbeOptions() {}

    static void addTo(Specs specs) {
        CredentialOptions.addTo(specs);
        AuthOptions.addTo(specs);
        TlsOptions.addTo(specs);
        addMail(specs);
        AddressOptions.addTo(specs);
        addTimes(specs);
    }

    /**
     * Reads all of them but the login.
     *
     * @param console holds the password of a key store
     * @throws InvalidInputException when one cannot be used, or two contradict each other
     */
    static Planner planner(ParseResult parsed, Console console) {
        return new Planner(
                TlsOptions.mode(parsed),
                Aliases.value(parsed, "--quit-after", "-q", "--until").map(StopAfter::parse),
                ehloName(parsed),
                timeouts(parsed),
                Optional.empty(),
                parsed.hasMatchedOption("--allow-plaintext-auth"),
                envelope(parsed),
                TlsOptions.trust(parsed, console),
                AddressOptions.addressing(parsed),
                AuthOptions.wishes(parsed, console),
                TlsOptions.wishes(parsed));
    }

    private static void addMail(Specs specs) {
        specs.group(
                        "probe.group.mail",
                        specs.value("STAGE", "probe.quit-after", "--quit-after"),
                        specs.value("ADDRESS", "probe.from", "--from"),
                        specs.values("ADDRESS", "probe.to", "--to"),
                        specs.value("NAME", "probe.ehlo", "--ehlo"))
                .hiddenValue("-q", "--until")
                .hiddenValue("-f", "--mail-from")
                .hiddenValues("-t", "--mail-rcpt", "--rcpt")
                .hiddenValue("--helo", "--lhlo", "--name", "--fqdn", "--domain");
    }

    private static void addTimes(Specs specs) {
        specs.group(
                        "probe.group.time",
                        specs.value("TIME", "probe.connect-timeout", "--connect-timeout"),
                        specs.value("TIME", "probe.greeting-timeout", "--greeting-timeout"),
                        specs.value("TIME", "probe.timeout", "--timeout"),
                        specs.value("TIME", "probe.max-time", "--max-time"))
                .hiddenValue("-m");
    }

    private static Optional<String> ehloName(ParseResult parsed) {
        Optional<String> name = Aliases.value(parsed, "--ehlo", "--helo", "--lhlo", "--name", "--fqdn", "--domain");
        name.ifPresent(given -> {
            boolean usable = !given.isEmpty() && given.chars().allMatch(c -> c > ' ' && c < 0x7f);
            if (!usable) {
                throw new InvalidInputException("ehlo.unusable");
            }
        });
        return name.or(HostName::find);
    }

    private static Envelope envelope(ParseResult parsed) {
        Optional<String> from =
                Aliases.value(parsed, "--from", "-f", "--mail-from").map(ProbeOptions::withoutBrackets);
        List<String> to = Aliases.values(parsed, "--to", "-t", "--mail-rcpt", "--rcpt").stream()
                .map(ProbeOptions::withoutBrackets)
                .toList();
        return new Envelope(from, to);
    }

    private static String withoutBrackets(String address) {
        boolean bracketed = address.startsWith("<") && address.endsWith(">");
        return bracketed ? address.substring(1, address.length() - 1) : address;
    }

    private static Timeouts timeouts(ParseResult parsed) {
        Timeouts usual = Timeouts.DEFAULT;
        return new Timeouts(
                Aliases.value(parsed, "--connect-timeout")
                        .map(text -> Durations.parse("--connect-timeout", text))
                        .orElse(usual.connect()),
                Aliases.value(parsed, "--greeting-timeout")
                        .map(text -> Durations.parse("--greeting-timeout", text))
                        .orElse(usual.greeting()),
                Aliases.value(parsed, "--timeout")
                        .map(text -> Durations.parse("--timeout", text))
                        .orElse(usual.reply()),
                Aliases.value(parsed, "--max-time", "-m")
                        .map(text -> Durations.parse("--max-time", text))
                        .orElse(usual.total()));
    }
}
