package dev.smtpdiag.render;

import dev.smtpdiag.language.Language;
import dev.smtpdiag.language.Messages;
import java.time.Duration;

/** Times and sizes as people of a language write them. */
final class Quantities {

    static final long MEBI = 1 << 20;
    private static final long KIBI = 1 << 10;
    private static final long MEGA = 1_000_000;
    private static final long KILO = 1000;

    private final Messages words;

    Quantities(Language language) {
        this.words = Messages.ofLanguage(language);
    }

    /** A number with a decimal point, as this language writes it. */
    String number(String text) {
        return text.replace(".", words.get("decimal"));
    }

    /** {@code 38 ms}, {@code 2.0 s}, {@code 75 s}. */
    String duration(Duration duration) {
        long millis = Math.round(duration.toNanos() / 1_000_000.0);
        if (millis < 1000) {
            return with("unit.ms", Long.toString(millis));
        }
        if (millis < 10_000) {
            long tenths = Math.round(millis / 100.0);
            return with("unit.s", tenths / 10 + words.get("decimal") + tenths % 10);
        }
        return with("unit.s", Long.toString(Math.round(millis / 1000.0)));
    }

    /** A size in a unit that people count in: 52428800 is 50 MiB, 10240000 is 10 MB. */
    String size(long octets) {
        if (octets > 0 && octets % MEBI == 0) {
            return with("unit.MiB", Long.toString(octets / MEBI));
        }
        if (octets >= MEGA) {
            return with("unit.MB", Long.toString(Math.round(octets / (double) MEGA)));
        }
        return octets >= KILO
                ? with("unit.kB", Long.toString(Math.round(octets / (double) KILO)))
                : with("unit.B", Long.toString(octets));
    }

    /** In multiples of 1024. */
    String binary(long octets) {
        return octets < MEBI ? with("unit.KiB", tenths(octets, KIBI)) : with("unit.MiB", tenths(octets, MEBI));
    }

    /** In multiples of 1000. */
    String decimal(long octets) {
        return octets < MEGA ? with("unit.kB", tenths(octets, KILO)) : with("unit.MB", tenths(octets, MEGA));
    }

    private String with(String unit, String number) {
        return number + " " + words.get(unit);
    }

    /** With one digit behind the point, where it is not zero. */
    private String tenths(long value, long unit) {
        long tenths = Math.round(value * 10.0 / unit);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : tenths / 10 + words.get("decimal") + tenths % 10;
    }
}
