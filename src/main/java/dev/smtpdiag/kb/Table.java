package dev.smtpdiag.kb;

import dev.smtpdiag.language.Resources;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table of the knowledge base: tab-separated, one header line, {@code -} for an empty cell. */
final class Table {

    private final String name;
    private final String text;
    private final List<String> columns;

    private Table(String name, String text) {
        this.name = name;
        this.text = text;
        this.columns = split(text.substring(0, text.indexOf('\n')), '\t');
    }

    static Table load(String name) {
        byte[] bytes = Resources.read("kb/" + name);
        if (bytes == null) {
            throw new IllegalStateException("missing resource kb/" + name);
        }
        return new Table(name, new String(bytes, StandardCharsets.UTF_8));
    }

    /** The first row with this key, found without splitting the others. */
    @Nullable
    Row row(String key) {
        int start = find(key, 0);
        return start < 0 ? null : rowAt(start);
    }

    /** All rows with this key. */
    List<Row> rows(String key) {
        List<Row> rows = new ArrayList<>();
        for (int start = find(key, 0); start >= 0; start = find(key, start)) {
            rows.add(rowAt(start));
        }
        return rows;
    }

    /** All rows. */
    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int start = text.indexOf('\n') + 1; start < text.length(); start = text.indexOf('\n', start) + 1) {
            rows.add(rowAt(start));
        }
        return rows;
    }

    private int find(String key, int from) {
        int lineEnd = text.indexOf("\n" + key + "\t", from);
        return lineEnd < 0 ? -1 : lineEnd + 1;
    }

    private Row rowAt(int start) {
        int end = text.indexOf('\n', start);
        List<String> cells = split(text.substring(start, end), '\t');
        if (cells.size() != columns.size()) {
            throw new IllegalStateException("kb/" + name + ": wrong number of columns for " + cells.get(0));
        }
        return new Row(columns, cells);
    }

    private static List<String> split(String line, char separator) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int end = line.indexOf(separator); end >= 0; end = line.indexOf(separator, start)) {
            parts.add(line.substring(start, end));
            start = end + 1;
        }
        parts.add(line.substring(start));
        return parts;
    }

    /** One line of a table. */
    record Row(List<String> columns, List<String> cells) {

        /** The text of a cell; empty for {@code -}. */
        String get(String column) {
            int index = columns.indexOf(column);
            if (index < 0) {
                throw new IllegalArgumentException("no column " + column);
            }
            String cell = cells.get(index);
            return cell.equals("-") ? "" : cell;
        }

        /** The words of a cell. */
        List<String> list(String column) {
            String cell = get(column);
            return cell.isEmpty() ? List.of() : split(cell, ' ');
        }

        List<Facts.Actor> actors() {
            List<Facts.Actor> actors = new ArrayList<>();
            for (String actor : list("who")) {
                actors.add(Facts.constant(Facts.Actor.values(), actor));
            }
            return actors;
        }

        List<Reference> references() {
            List<Reference> references = new ArrayList<>();
            for (String reference : list("references")) {
                references.add(Reference.parse(reference));
            }
            return references;
        }
    }
}
