package dev.smtpdiag.simulate;

import java.util.List;

/**
 * What one client sent, in order and with secrets masked.
 *
 * @param lines commands and responses; octets that were no line are told by their number
 */
public record RecordedSession(List<Line> lines) {

    /**
     * One line.
     *
     * @param text without line end, control characters replaced
     * @param encrypted whether it came over TLS
     */
    public record Line(String text, boolean encrypted) {}

    public RecordedSession {
        lines = List.copyOf(lines);
    }

    /** The texts alone. */
    public List<String> texts() {
        return lines.stream().map(Line::text).toList();
    }
}
