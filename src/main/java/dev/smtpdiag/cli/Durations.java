package dev.smtpdiag.cli;

import dev.smtpdiag.plan.InvalidInputException;
import java.time.Duration;

/** Reads durations as people type them: {@code 10s}, {@code 500ms}, {@code 2m}, {@code 1h}, or seconds alone. */
final class Durations {

    private static final long LONGEST_SECONDS = 24 * 60 * 60;

    private Durations() {}

    /**
     * @throws InvalidInputException when it is not a duration, not positive, or longer than a day
     */
    static Duration parse(String option, String text) {
        int digits = 0;
        while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        String unit = text.substring(digits);
        long millis = digits == 0 || digits > 9 ? -1 : Long.parseLong(text.substring(0, digits)) * factor(unit);
        if (millis <= 0 || millis > LONGEST_SECONDS * 1000) {
            throw new InvalidInputException("duration.invalid", option, text);
        }
        return Duration.ofMillis(millis);
    }

    private static long factor(String unit) {
        return switch (unit) {
            case "ms" -> 1;
            case "", "s" -> 1000;
            case "m" -> 60_000;
            case "h" -> 3_600_000;
            default -> -1;
        };
    }
}
