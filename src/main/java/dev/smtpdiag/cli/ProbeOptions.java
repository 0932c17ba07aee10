package dev.smtpdiag.cli;

import dev.smtpdiag.plan.Envelope;
import dev.smtpdiag.plan.InvalidInputException;
import dev.smtpdiag.plan.Planner;
import dev.smtpdiag.plan.StopAfter;
import dev.smtpdiag.plan.Timeouts;
import dev.smtpdiag.plan.TlsMode;
import dev.smtpdiag.plan.Trust;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The options that say how to probe, and the planner that they make. */
final class ProbeOptions {

    private ProbeOptions() {}

    static void addTo(CommandSpec spec, boolean help) {
        CredentialOptions.addTo(spec, help);
        addTls(spec, help);
        addMail(spec, help);
        AddressOptions.addTo(spec, help);
        addTimes(spec, help);
    }

    /** Reads all of them but the login.
     *
     * @throws InvalidInputException when one cannot be used, or two contradict each other
     */
    static Planner planner(ParseResult parsed) {
        return new Planner(
                tlsMode(parsed),
                Aliases.value(parsed, "--quit-after", "-q", "--until").map(StopAfter::parse),
                ehloName(parsed),
                timeouts(parsed),
                Optional.empty(),
                parsed.hasMatchedOption("--allow-plaintext-auth"),
                envelope(parsed),
                trust(parsed),
                AddressOptions.addressing(parsed));
    }

    private static void addTls(CommandSpec spec, boolean help) {
        Specs.group(
                spec,
                help,
                "TLS",
                Specs.value(
                        "MODE",
                        "auto (STARTTLS if offered), starttls (required), implicit, or none."
                                + " Default: implicit on port 465, auto elsewhere.",
                        "--tls"),
                Specs.values("FILE", "Trust the certificate authorities in this PEM file, too.", "--cacert"),
                Specs.flag("Go on although the certificate is not valid, and report it.", "-k", "--insecure"));
        Aliases.flag(spec, "--tls-on-connect", "-tlsc", "--smtps");
        Aliases.flag(spec, "--starttls", "-tls", "--ssl-reqd");
        Aliases.flag(spec, "-tlso", "--ssl");
        Aliases.values(spec, "--tls-ca-path", "--add-ca", "--x509cafile", "-CAfile");
    }

    private static void addMail(CommandSpec spec, boolean help) {
        Specs.group(
                spec,
                help,
                "How far to go",
                Specs.value(
                        "STAGE", "Say QUIT after CONNECT, FIRST-EHLO, TLS, EHLO, AUTH, MAIL or RCPT.", "--quit-after"),
                Specs.value("ADDRESS", "Try MAIL with this sender. No message is ever sent.", "--from"),
                Specs.values("ADDRESS", "Try RCPT with this recipient. Can be repeated.", "--to"),
                Specs.value("NAME", "What to call ourselves in EHLO. Default: this host.", "--ehlo"));
        Aliases.value(spec, "-q", "--until");
        Aliases.value(spec, "-f", "--mail-from");
        Aliases.values(spec, "-t", "--mail-rcpt", "--rcpt");
        Aliases.value(spec, "--helo", "--lhlo", "--name", "--fqdn", "--domain");
    }

    private static void addTimes(CommandSpec spec, boolean help) {
        Specs.group(
                spec,
                help,
                "Time (500ms, 10s, 2m)",
                Specs.value("TIME", "For a connection. Default: 10s.", "--connect-timeout"),
                Specs.value("TIME", "For the greeting. Default: 40s.", "--greeting-timeout"),
                Specs.value("TIME", "For every other reply. Default: 30s.", "--timeout"),
                Specs.value("TIME", "For the whole probe. Default: 120s.", "--max-time"));
        Aliases.value(spec, "-m");
    }

    private static Optional<TlsMode> tlsMode(ParseResult parsed) {
        List<TlsMode> modes = new ArrayList<>();
        Aliases.value(parsed, "--tls").map(ProbeOptions::tlsMode).ifPresent(modes::add);
        if (Aliases.given(parsed, "--tls-on-connect", "-tlsc", "--smtps")) {
            modes.add(TlsMode.IMPLICIT);
        }
        if (Aliases.given(parsed, "--starttls", "-tls", "--ssl-reqd")) {
            modes.add(TlsMode.STARTTLS_REQUIRED);
        }
        if (Aliases.given(parsed, "-tlso", "--ssl")) {
            modes.add(TlsMode.STARTTLS_IF_OFFERED);
        }
        if (modes.stream().distinct().count() > 1) {
            throw new InvalidInputException(
                    "two different TLS modes are asked for: give one of --tls auto, starttls," + " implicit or none");
        }
        return modes.stream().findFirst();
    }

    private static TlsMode tlsMode(String name) {
        for (TlsMode mode : TlsMode.values()) {
            if (mode.id().equals(name.toLowerCase(Locale.ROOT))) {
                return mode;
            }
        }
        throw new InvalidInputException("unknown TLS mode '" + name + "': use auto, starttls, implicit or none");
    }

    private static Optional<String> ehloName(ParseResult parsed) {
        Optional<String> name = Aliases.value(parsed, "--ehlo", "--helo", "--lhlo", "--name", "--fqdn", "--domain");
        name.ifPresent(given -> {
            boolean usable = !given.isEmpty() && given.chars().allMatch(c -> c > ' ' && c < 0x7f);
            if (!usable) {
                throw new InvalidInputException("the name for EHLO is empty or has a character that no host name has:"
                        + " give a full host name or an address in brackets");
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

    private static Trust trust(ParseResult parsed) {
        List<java.security.cert.X509Certificate> additional = new ArrayList<>();
        for (String file : Aliases.values(parsed, "--cacert", "--tls-ca-path", "--add-ca", "--x509cafile", "-CAfile")) {
            additional.addAll(CertificateFile.read(file));
        }
        return new Trust(parsed.hasMatchedOption("--insecure"), additional);
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
