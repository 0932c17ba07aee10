package dev.smtpdiag.cli;

import dev.smtpdiag.plan.InvalidInputException;
import dev.smtpdiag.scan.ScanLimits;
import dev.smtpdiag.scan.hello.ProtocolVersion;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** The options of {@code smtpdiag tls}; what it shares with a probe is read there. */
final class ScanOptions {

    private ScanOptions() {}

    static void addTo(Specs specs) {
        specs.group(
                        "probe.group.tls",
                        specs.value("MODE", "tls.mode", "--tls"),
                        specs.value("VERSION", "tls.minimum", "--tls-min"),
                        specs.values("FILE", "probe.cacert", "--cacert"),
                        specs.value("NAME", "probe.ehlo", "--ehlo"))
                .hiddenFlag("--tls-on-connect", "-tlsc", "--smtps")
                .hiddenFlag("--starttls", "-tls", "--ssl-reqd")
                .hiddenValue("--helo", "--lhlo", "--name", "--fqdn", "--domain");
        AddressOptions.addTo(specs);
        specs.group(
                        "tls.group.pace",
                        specs.value("NUMBER", "tls.max-connections", "--max-connections"),
                        specs.value("TIME", "tls.pause", "--pause"))
                .group(
                        "probe.group.time",
                        specs.value("TIME", "probe.connect-timeout", "--connect-timeout"),
                        specs.value("TIME", "probe.greeting-timeout", "--greeting-timeout"),
                        specs.value("TIME", "tls.timeout", "--timeout"),
                        specs.value("TIME", "tls.max-time", "--max-time"))
                .hiddenValue("-m");
    }

    /** How much the scan may use. */
    static ScanLimits limits(ParseResult parsed) {
        ScanLimits usual = ScanLimits.DEFAULT;
        return new ScanLimits(
                Aliases.value(parsed, "--max-connections")
                        .map(ScanOptions::connections)
                        .orElse(usual.connections()),
                Aliases.value(parsed, "--pause")
                        .map(text -> text.equals("0") ? Duration.ZERO : Durations.parse("--pause", text))
                        .orElse(usual.pause()),
                Aliases.value(parsed, "--max-time", "-m")
                        .map(text -> Durations.parse("--max-time", text))
                        .orElse(usual.time()));
    }

    /** The oldest version that may be accepted, if one was named: {@code 1.2}, {@code tls1.2}, {@code TLSv1.2}. */
    static Optional<ProtocolVersion> minimum(ParseResult parsed) {
        return Aliases.value(parsed, "--tls-min").map(text -> {
            String version = text.toLowerCase(Locale.ROOT).replaceFirst("^tls *v?", "");
            return switch (version) {
                case "1.2" -> ProtocolVersion.TLS_1_2;
                case "1.3" -> ProtocolVersion.TLS_1_3;
                default -> throw new InvalidInputException("tls-scan.minimum", text);
            };
        });
    }

    private static int connections(String text) {
        int number = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
        if (number < 2) {
            throw new InvalidInputException("tls-scan.connections", text);
        }
        return number;
    }
}
