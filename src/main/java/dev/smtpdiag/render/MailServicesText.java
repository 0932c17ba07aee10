package dev.smtpdiag.render;

import dev.smtpdiag.kb.Article;
import dev.smtpdiag.kb.Article.Heading;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.kb.MailService;
import dev.smtpdiag.language.Messages;
import java.util.ArrayList;
import java.util.List;

/** Providers for a person: all as a table, or one in words. */
public final class MailServicesText {

    private static final int GAP = 2;
    private static final int INDENT = 2;
    private static final int WIDEST_HOST = 24;

    private final KnowledgeBase knowledge;
    private final Messages messages;
    private final MailServiceWords words;
    private final Theme theme;

    public MailServicesText(KnowledgeBase knowledge, Messages messages, Theme theme) {
        this.knowledge = knowledge;
        this.messages = messages;
        this.words = new MailServiceWords(messages);
        this.theme = theme;
    }

    /**
     * A line for each.
     *
     * @param width of the terminal; 0 where lines may be as long as they are, for other programs to read
     */
    public String table(List<MailService> services, int width) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                messages.get("column.name"),
                messages.get("column.host"),
                messages.get("column.port"),
                messages.get("column.mode"),
                messages.get("column.login")));
        for (MailService service : services) {
            MailService.Port port = service.ports().get(0);
            rows.add(List.of(
                    service.id(),
                    width == 0
                            ? MailServiceWords.host(service)
                            : TextWidth.cut(MailServiceWords.host(service), WIDEST_HOST, theme.ellipsis()),
                    Integer.toString(port.number()),
                    port.mode(),
                    words.login(service)));
        }
        int[] widths = new int[rows.get(0).size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], TextWidth.of(row.get(i)));
            }
        });
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(TextWidth.pad(row.get(i), widths[i] + GAP));
            }
            String plain = line.toString().stripTrailing();
            String shown = width == 0 ? plain : TextWidth.cut(plain, width, theme.ellipsis());
            text.append(text.length() == 0 ? theme.strong(shown) : shown).append('\n');
        }
        return text.toString();
    }

    /** One of them: facts, how to log in, and what is good to know. */
    public String of(MailService service, int width) {
        Article article = knowledge.article(service);
        TextBuffer text = new TextBuffer(width);
        text.line(theme.strong(service.name())).blank();
        for (String paragraph : article.summary()) {
            text.paragraph(plain(paragraph), 0);
        }
        text.blank();
        facts(service, text);
        section(article, Heading.DO, "heading.login", text);
        section(article, Heading.ELSE, "heading.notes", text);
        text.blank();
        text.paragraph("smtpdiag probe " + example(service), INDENT);
        return text.toString();
    }

    private void facts(MailService service, TextBuffer text) {
        List<String> ports = new ArrayList<>();
        for (MailService.Port port : service.ports()) {
            ports.add(port.number() + " " + port.mode());
        }
        String[][] facts = {
            {messages.get("fact.host"), hosts(service)},
            {messages.get("fact.ports"), String.join(", ", ports)},
            {messages.get("fact.mechanisms"), String.join(" ", service.mechanisms())},
            {messages.get("fact.user"), words.user(service)},
            {messages.get("fact.password"), words.password(service)},
        };
        int label = 0;
        for (String[] fact : facts) {
            label = Math.max(label, TextWidth.of(fact[0]));
        }
        for (String[] fact : facts) {
            String heading =
                    " ".repeat(INDENT) + theme.strong(fact[0]) + " ".repeat(label - TextWidth.of(fact[0]) + GAP);
            text.hanging(heading, INDENT + label + GAP, fact[1]);
        }
    }

    private static String hosts(MailService service) {
        String host = MailServiceWords.host(service);
        List<String> others = new ArrayList<>(service.hosts());
        others.remove(host);
        others.add(0, host);
        return String.join(", ", others);
    }

    private void section(Article article, Heading heading, String key, TextBuffer text) {
        Article.Section section = article.section(heading);
        if (section == null) {
            return;
        }
        text.blank().line(theme.strong(messages.get(key)));
        int number = 1;
        for (String item : section.items()) {
            String mark = " ".repeat(INDENT) + (section.style() == Article.Style.NUMBERED ? number + ". " : "- ");
            text.hanging(mark, mark.length(), plain(item));
            number++;
        }
    }

    private static String example(MailService service) {
        String target = service.host().isEmpty()
                ? MailServiceWords.host(service).replace("*", "REGION")
                : "--provider " + service.id();
        String user = switch (service.user()) {
            case FIXED -> service.fixedUser();
            case KEY -> "KEY";
            default -> "alice@example.com";
        };
        return target + " --user " + user + " --password-env MAILPW";
    }

    /** Back-ticks are for the source only. */
    private static String plain(String text) {
        return text.replace("`", "");
    }
}
