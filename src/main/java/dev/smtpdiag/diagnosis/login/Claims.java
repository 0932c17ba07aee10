package dev.smtpdiag.diagnosis.login;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the claims of a token (RFC 7519 4): one JSON object (RFC 8259) whose values are texts, numbers, and lists of them.
 * Deeper values are read over. Bounded by the length of the text and by {@link #DEEPEST}; a small reader of our own, because
 * the JSON library may be used for reports only.
 */
final class Claims {

    private static final int DEEPEST = 16;

    private final String text;
    private int at;

    private Claims(String text) {
        this.text = text;
    }

    /** The values of each claim as text; null when this is no such object. */
    static @Nullable Map<String, List<String>> parse(String json) {
        try {
            Claims claims = new Claims(json);
            Map<String, List<String>> object = claims.object();
            claims.blanks();
            return claims.at == json.length() ? object : null;
        } catch (IllegalStateException e) {
            return null;
        }
    }

    private Map<String, List<String>> object() {
        Map<String, List<String>> found = new HashMap<>();
        expect('{');
        if (isNext('}')) {
            return found;
        }
        do {
            String name = string();
            expect(':');
            List<String> values = new ArrayList<>(1);
            value(1, values);
            found.put(name, values);
        } while (isNext(','));
        expect('}');
        return found;
    }

    /** Adds what a value holds; of an object inside nothing is kept. */
    private void value(int depth, List<String> values) {
        if (depth > DEEPEST) {
            throw new IllegalStateException();
        }
        char c = peek();
        if (c == '"') {
            values.add(string());
        } else if (c == '[') {
            expect('[');
            if (!isNext(']')) {
                do {
                    value(depth + 1, values);
                } while (isNext(','));
                expect(']');
            }
        } else if (c == '{') {
            expect('{');
            if (!isNext('}')) {
                do {
                    string();
                    expect(':');
                    value(depth + 1, new ArrayList<>(1));
                } while (isNext(','));
                expect('}');
            }
        } else {
            values.add(word());
        }
    }

    /** A number, true, false or null, as it stands. */
    private String word() {
        int start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "+-.".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        if (at == start) {
            throw new IllegalStateException();
        }
        return text.substring(start, at);
    }

    private String string() {
        expect('"');
        StringBuilder read = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return read.toString();
            }
            read.append(c == '\\' ? escape() : c);
        }
        throw new IllegalStateException();
    }

    private char escape() {
        char c = at < text.length() ? text.charAt(at++) : ' ';
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw new IllegalStateException();
        };
    }

    private char unicode() {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = at < text.length() ? Character.digit(text.charAt(at++), 16) : -1;
            if (digit < 0) {
                throw new IllegalStateException();
            }
            code = code * 16 + digit;
        }
        return (char) code;
    }

    private boolean isNext(char wanted) {
        if (peek() == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char wanted) {
        if (!isNext(wanted)) {
            throw new IllegalStateException();
        }
    }

    /** The next character that is not blank; NUL at the end. */
    private char peek() {
        blanks();
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }
}
