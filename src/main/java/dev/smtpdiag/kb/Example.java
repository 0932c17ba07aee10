package dev.smtpdiag.kb;

import java.util.ArrayList;
import java.util.List;

/**
 * A reply as a server sends it.
 *
 * @param product the server or provider; empty when generic
 * @param lines of the reply, each with its code
 */
public record Example(String product, List<String> lines) {

    private static final String LINE_SEPARATOR = " / ";

    static Example of(Table.Row row) {
        String reply = row.get("reply");
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int end = reply.indexOf(LINE_SEPARATOR); end >= 0; end = reply.indexOf(LINE_SEPARATOR, start)) {
            lines.add(reply.substring(start, end));
            start = end + LINE_SEPARATOR.length();
        }
        lines.add(reply.substring(start));
        return new Example(row.get("product"), lines);
    }

    /** Whether an enhanced status code stands in it. */
    boolean mentions(String enhancedCode) {
        for (String line : lines) {
            int at = line.indexOf(enhancedCode);
            int end = at + enhancedCode.length();
            if (at >= 0 && (end == line.length() || !Character.isDigit(line.charAt(end)))) {
                return true;
            }
        }
        return false;
    }
}
