package dev.smtpdiag.render;

import dev.smtpdiag.language.Messages;
import dev.smtpdiag.scan.CipherSuite;
import dev.smtpdiag.scan.Features;
import dev.smtpdiag.scan.Known;
import dev.smtpdiag.scan.Rating;
import dev.smtpdiag.scan.ServerCertificate;
import dev.smtpdiag.scan.TlsScan;
import dev.smtpdiag.scan.VersionScan;
import dev.smtpdiag.scan.VersionScan.SuiteUse;
import dev.smtpdiag.scan.hello.NamedGroup;
import dev.smtpdiag.scan.hello.ProtocolVersion;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The tables of a scan: versions, cipher suites, groups, certificates, features. */
final class ScanTables {

    private static final int INDENT = 2;
    private static final int UNDER_SIGN = 4;
    private static final int LABEL = 24;
    private static final int VERSION = 10;
    private static final int SUITE = 31;
    private static final int EXCHANGE = 10;
    private static final int CIPHER = 19;

    private final Theme theme;
    private final Messages words;

    ScanTables(Theme theme, Messages words) {
        this.theme = theme;
        this.words = words;
    }

    void append(TlsScan scan, TextBuffer text) {
        heading(words.get("heading.versions"), text);
        for (VersionScan version : scan.versions()) {
            version(version, text);
        }
        for (VersionScan version : scan.versions()) {
            if (!version.suites().isEmpty()) {
                suites(version, text);
            }
        }
        groups(scan, text);
        certificates(scan, text);
        features(scan, text);
    }

    private void version(VersionScan version, TextBuffer text) {
        boolean modern = version.rating() == Rating.GOOD;
        String sign = switch (version.accepted()) {
            case YES -> modern ? theme.goodSign() : theme.badSign();
            case NO -> modern ? theme.warnSign() : theme.goodSign();
            case UNKNOWN -> theme.skipSign();
        };
        String said = switch (version.accepted()) {
            case YES -> words.get("version.yes");
            case NO -> words.get("version.no", Neutral.text(version.refusal()));
            case UNKNOWN -> words.get("version.unknown");
        };
        if (version.accepted() == Known.YES && !modern) {
            said += theme.dot() + words.get("rating." + version.rating().id());
        }
        row(sign, TextWidth.pad(version.version().label(), VERSION), said, text);
    }

    private void suites(VersionScan version, TextBuffer text) {
        heading(
                words.get(
                        "heading.suites",
                        version.version().label(),
                        words.get("order." + version.order().id())),
                text);
        for (SuiteUse use : version.suites()) {
            CipherSuite suite = use.suite();
            String name = suite.openssl().isEmpty() ? suite.name() : suite.openssl();
            String exchange = suite.exchange().equals("any") ? "" : suite.exchange();
            String prime = use.dhBits() > 0 ? " " + use.dhBits() : "";
            String line = TextWidth.pad(name, SUITE);
            if (text.width() >= UNDER_SIGN + SUITE + EXCHANGE + CIPHER + EXCHANGE) {
                line += " " + TextWidth.pad(exchange + prime, EXCHANGE) + TextWidth.pad(suite.cipher(), CIPHER);
            }
            if (suite.rating() != Rating.GOOD) {
                line += " " + words.get("rating." + suite.rating().id());
            }
            // Where there is no room for the word, the sign says it.
            int room = text.width() - UNDER_SIGN;
            line = TextWidth.of(line) <= room ? line : TextWidth.cut(name, room, theme.ellipsis());
            row(sign(suite.rating()), "", line, text);
        }
        if (!version.suitesComplete()) {
            row(theme.skipSign(), "", words.get("suites.incomplete"), text);
        }
    }

    private void groups(TlsScan scan, TextBuffer text) {
        heading(words.get("heading.groups"), text);
        for (VersionScan version : scan.versions()) {
            if (version.groups().isEmpty()) {
                continue;
            }
            List<String> names = new ArrayList<>();
            boolean weak = false;
            for (NamedGroup group : version.groups()) {
                names.add(group.name());
                weak |= group.isWeak();
            }
            if (!version.groupsComplete() && version.rating() == Rating.GOOD) {
                names.add(words.get("suites.incomplete"));
            }
            row(
                    weak ? theme.warnSign() : theme.goodSign(),
                    TextWidth.pad(version.version().label(), VERSION),
                    String.join(", ", names),
                    text);
        }
        if (scan.groups().isEmpty()) {
            row(theme.skipSign(), "", words.get("groups.none"), text);
        }
    }

    private void certificates(TlsScan scan, TextBuffer text) {
        heading(words.get("heading.certificates"), text);
        for (ServerCertificate certificate : scan.certificates()) {
            Instant now = scan.startedAt();
            Instant end = certificate.facts().notAfter();
            boolean early = now.isBefore(certificate.facts().notBefore());
            boolean late = now.isAfter(end);
            long days = ChronoUnit.DAYS.between(now, end);
            String time = early
                    ? words.get("certificate.not-yet")
                    : late
                            ? words.get("certificate.expired")
                            : days == 1 ? words.get("certificate.day") : words.get("certificate.days", days);
            String issuer = words.get("certificate.issuer", certificate.facts().issuerName());
            row(
                    early || late ? theme.badSign() : theme.goodSign(),
                    TextWidth.pad(certificate.facts().key(), VERSION),
                    Neutral.text(certificate.facts().subjectName() + ", " + issuer + ", " + time),
                    text);
        }
        if (scan.certificates().isEmpty()) {
            row(theme.skipSign(), "", words.get("certificate.none"), text);
        }
    }

    private void features(TlsScan scan, TextBuffer text) {
        heading(words.get("heading.features"), text);
        Features features = scan.features();
        if (modernOnly(scan)) {
            for (String name :
                    List.of("secure-renegotiation", "extended-master-secret", "encrypt-then-mac", "compression")) {
                row(theme.goodSign(), label(name), words.get("feature.not-needed"), text);
            }
        } else {
            old(features, text);
        }
        feature("stapling", features.stapling(), theme.goodSign(), theme.skipSign(), text);
        Known asked = features.clientCertificate();
        String key = asked == Known.YES ? "asked" : asked == Known.NO ? "not-asked" : "unknown";
        row(theme.skipSign(), label("client-certificate"), words.get("feature." + key), text);
        resumption(features, text);
    }

    /** TLS 1.3 has done away with what some features mend, and with others. */
    private static boolean modernOnly(TlsScan scan) {
        return scan.versions().stream()
                .allMatch(
                        each -> each.accepted() == (each.version() == ProtocolVersion.TLS_1_3 ? Known.YES : Known.NO));
    }

    private void old(Features features, TextBuffer text) {
        feature("secure-renegotiation", features.secureRenegotiation(), theme.goodSign(), theme.warnSign(), text);
        feature("extended-master-secret", features.extendedMasterSecret(), theme.goodSign(), theme.warnSign(), text);
        feature("encrypt-then-mac", features.encryptThenMac(), theme.goodSign(), theme.skipSign(), text);
        feature("compression", features.compression(), theme.badSign(), theme.goodSign(), text);
    }

    private void feature(String name, Known known, String yes, String no, TextBuffer text) {
        String sign = known == Known.YES ? yes : known == Known.NO ? no : theme.skipSign();
        row(sign, label(name), word(known), text);
    }

    private void resumption(Features features, TextBuffer text) {
        List<String> parts = new ArrayList<>();
        boolean any = false;
        for (ProtocolVersion version : List.of(ProtocolVersion.TLS_1_3, ProtocolVersion.TLS_1_2)) {
            Known known = features.resumption().get(version);
            if (known != null) {
                parts.add(words.get("feature.resumption-of", version.label(), word(known)));
                any |= known == Known.YES;
            }
        }
        List<String> means = new ArrayList<>();
        boolean none = !parts.isEmpty()
                && !features.resumption().containsValue(Known.YES)
                && !features.resumption().containsValue(Known.UNKNOWN);
        if (!none && features.sessionIds() == Known.YES) {
            means.add(words.get("feature.ids"));
        }
        if (!none && features.sessionTickets() == Known.YES) {
            means.add(words.get("feature.tickets"));
        }
        String said = parts.isEmpty() ? word(Known.UNKNOWN) : String.join(", ", parts);
        String how = means.isEmpty() ? "" : " (" + String.join(", ", means) + ")";
        row(any ? theme.goodSign() : theme.skipSign(), label("resumption"), said + how, text);
    }

    private String label(String name) {
        return TextWidth.pad(words.get("feature." + name), LABEL);
    }

    private String word(Known known) {
        return words.get(
                switch (known) {
                    case YES -> "feature.yes";
                    case NO -> "feature.no";
                    case UNKNOWN -> "feature.unknown";
                });
    }

    private String sign(Rating rating) {
        return switch (rating) {
            case GOOD -> theme.goodSign();
            case WEAK -> theme.warnSign();
            case INSECURE -> theme.badSign();
        };
    }

    private void heading(String heading, TextBuffer text) {
        text.blank();
        for (String line : TextWidth.wrap(heading, text.width())) {
            text.line(theme.strong(line));
        }
    }

    private static void row(String sign, String label, String said, TextBuffer text) {
        String start = " ".repeat(INDENT) + sign + " " + label;
        int column = UNDER_SIGN + TextWidth.of(label);
        if (label.isEmpty()) {
            text.line(start + said);
        } else {
            text.hanging(start, column, said);
        }
    }
}
