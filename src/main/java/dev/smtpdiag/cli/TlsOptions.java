package dev.smtpdiag.cli;

import dev.smtpdiag.plan.InvalidInputException;
import dev.smtpdiag.plan.Pin;
import dev.smtpdiag.plan.Sni;
import dev.smtpdiag.plan.TlsMode;
import dev.smtpdiag.plan.TlsWishes;
import dev.smtpdiag.plan.Trust;
import dev.smtpdiag.session.tls.TlsCapabilities;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.ParseResult;

/** The options about TLS and certificates. */
final class TlsOptions {

    private static final String[] AUTHORITIES = {"--cacert", "--tls-ca-path", "--add-ca", "--x509cafile", "-CAfile"};
    private static final int MOST_DAYS = 36_500;

    private TlsOptions() {}

    static void addTo(Specs specs) {
        specs.group(
                        "probe.group.tls",
                        specs.value("MODE", "probe.tls", "--tls"),
                        specs.value("VERSIONS", "probe.tls-version", "--tls-version"),
                        specs.values("SUITES", "probe.cipher", "--cipher"),
                        specs.value("NAME", "probe.sni", "--sni"))
                .hiddenFlag("--tls-on-connect", "-tlsc", "--smtps")
                .hiddenFlag("--starttls", "-tls", "--ssl-reqd")
                .hiddenFlag("-tlso", "--ssl")
                .hiddenValue("-tlsp", "--tls-protocol")
                .hiddenValue("--tls-sni")
                .hiddenValues("--tls-cipher", "--ciphers");
        specs.group(
                        "probe.group.certificate",
                        specs.values("FILE", "probe.cacert", "--cacert"),
                        specs.value("NAME", "probe.cacert-password-env", "--cacert-password-env"),
                        specs.flag("probe.trust", "--trust"),
                        specs.values("PIN", "probe.pin", "--pin"),
                        specs.value("DAYS", "probe.cert-days", "--cert-days"),
                        specs.flag("probe.fetch-intermediates", "--fetch-intermediates"),
                        specs.value("FILE", "probe.export-chain", "--export-chain"),
                        specs.flag("probe.insecure", "-k", "--insecure"))
                .hiddenValues("--tls-ca-path", "--add-ca", "--x509cafile", "-CAfile")
                .hiddenValues("--pinnedpubkey", "--tls-fingerprint");
    }

    static Optional<TlsMode> mode(ParseResult parsed) {
        List<TlsMode> modes = new ArrayList<>();
        Aliases.value(parsed, "--tls").map(TlsOptions::mode).ifPresent(modes::add);
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
            throw new InvalidInputException("tls.modes");
        }
        return modes.stream().findFirst();
    }

    /** Whose certificates are believed. */
    static Trust trust(ParseResult parsed, Console console) {
        List<X509Certificate> additional = new ArrayList<>();
        List<String> files = Aliases.values(parsed, AUTHORITIES);
        if (!files.isEmpty()) {
            Optional<String> variable = Aliases.value(parsed, "--cacert-password-env");
            Optional<char[]> password = variable.map(name ->
                    new PasswordSource.Variable(name).fetch(console).reveal().toCharArray());
            for (String file : files) {
                additional.addAll(CertificateFile.read(file, password));
            }
        }
        return new Trust(parsed.hasMatchedOption("--insecure"), additional);
    }

    static TlsWishes wishes(ParseResult parsed) {
        List<String> files = Aliases.values(parsed, AUTHORITIES);
        Optional<String> versions = Aliases.value(parsed, "--tls-version", "-tlsp", "--tls-protocol");
        List<String> ciphers = Aliases.values(parsed, "--cipher", "--tls-cipher", "--ciphers");
        List<String> protocols = List.of();
        List<String> suites = List.of();
        if (versions.isPresent() || !ciphers.isEmpty()) {
            TlsCapabilities jvm = TlsCapabilities.ofThisJvm();
            protocols = versions.map(jvm::protocols).orElse(List.of());
            suites = ciphers.isEmpty() ? List.of() : jvm.cipherSuites(String.join(",", ciphers), protocols);
        }
        List<Pin> pins = Aliases.values(parsed, "--pin", "--pinnedpubkey", "--tls-fingerprint").stream()
                .flatMap(value -> List.of(value.split(";")).stream())
                .map(Pin::parse)
                .toList();
        return new TlsWishes(
                Aliases.value(parsed, "--sni", "--tls-sni").map(TlsOptions::sni).orElse(Sni.TARGET),
                protocols,
                suites,
                Aliases.value(parsed, "--cert-days").map(TlsOptions::days).orElse(OptionalInt.empty()),
                pins,
                parsed.hasMatchedOption("--trust"),
                parsed.hasMatchedOption("--fetch-intermediates"),
                files);
    }

    private static TlsMode mode(String name) {
        for (TlsMode mode : TlsMode.values()) {
            if (mode.id().equals(name.toLowerCase(Locale.ROOT))) {
                return mode;
            }
        }
        throw new InvalidInputException("tls.unknown-mode", name);
    }

    private static Sni sni(String name) {
        if (name.equalsIgnoreCase("none")) {
            return Sni.NONE;
        }
        boolean usable = name.matches("[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?")
                && name.length() <= 253
                && !name.matches("[0-9.]+")
                && name.indexOf("..") < 0;
        if (!usable) {
            throw new InvalidInputException("sni.unusable");
        }
        return Sni.of(name);
    }

    private static OptionalInt days(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > MOST_DAYS) {
            throw new InvalidInputException("cert-days.invalid", text);
        }
        return OptionalInt.of(Integer.parseInt(text));
    }
}
