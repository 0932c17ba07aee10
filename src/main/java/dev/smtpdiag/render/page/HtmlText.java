package dev.smtpdiag.render.page;

import java.util.List;

/** Runs of text in HTML. Nothing that comes in here can become markup. */
public final class HtmlText {

    private static final char REPLACEMENT = '\ufffd';

    private HtmlText() {}

    static String of(List<Inline> runs) {
        StringBuilder html = new StringBuilder();
        for (Inline run : runs) {
            if (run instanceof Inline.Code code) {
                html.append("<code>").append(escaped(code.text())).append("</code>");
            } else if (run instanceof Inline.Link link) {
                html.append("<a href=\"").append(escaped(link.target())).append("\">");
                html.append(escaped(link.text())).append("</a>");
            } else {
                html.append(escaped(run.text()));
            }
        }
        return html.toString();
    }

    /** The text for use between tags and within quotes; what no document may hold is replaced. */
    public static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(isAllowed(text, i) ? c : REPLACEMENT);
            }
        }
        return escaped.toString();
    }

    private static boolean isAllowed(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        }
        boolean control = c < 0x20 && c != '\n' && c != '\t' || c >= 0x7f && c < 0xa0;
        return !control && c < 0xfffe;
    }
}
