package dev.smtpdiag.simulate;

import dev.smtpdiag.smtp.Secret;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The part of a scenario file before {@code --}: lines of the form {@code key: value}. */
final class Header {

    private static final Pattern EXPECTATION = Pattern.compile("exit (\\d{1,3})(?:, finding ([a-z][a-z0-9.-]*))?");
    private static final int HIGHEST_EXIT_CODE = 125;
    private static final Set<String> SINGLE = Set.of(
            "title",
            "expect",
            "user",
            "password",
            "token",
            "auth",
            "tls",
            "allow-plaintext",
            "from",
            "timeout",
            "greeting-timeout");
    private static final Set<String> REPEATED = Set.of("account", "to");

    private final Map<String, String> values = new HashMap<>();
    private final Map<String, SourceLine> lines = new HashMap<>();
    private final List<Account> accounts = new ArrayList<>();
    private final List<String> to = new ArrayList<>();

    private Header() {}

    static Header parse(List<SourceLine> lines) {
        Header header = new Header();
        lines.forEach(header::read);
        header.checkLogin();
        return header;
    }

    Optional<String> title() {
        return value("title");
    }

    List<Account> accounts() {
        return accounts;
    }

    Optional<Expectation> expectation() {
        return value("expect").map(text -> {
            Matcher matcher = EXPECTATION.matcher(text);
            if (!matcher.matches() || Integer.parseInt(matcher.group(1)) > HIGHEST_EXIT_CODE) {
                throw line("expect").error("not an expectation: '" + text + "' (write exit 28, finding auth.rejected)");
            }
            @Nullable String finding = matcher.group(2);
            return new Expectation(Integer.parseInt(matcher.group(1)), Optional.ofNullable(finding));
        });
    }

    ClientWishes client() {
        return new ClientWishes(
                value("tls").map(this::tls).orElse(ClientWishes.Tls.AUTO),
                value("user")
                        .map(user -> new ClientWishes.Login(
                                user,
                                Secret.of(value("password").orElse("")),
                                Secret.of(value("token").orElse("")))),
                value("allow-plaintext").map(this::yesOrNo).orElse(false),
                value("from").map(path -> path.equals("<>") ? "" : path),
                to,
                value("timeout").map(text -> line("timeout").duration(text)),
                value("greeting-timeout").map(text -> line("greeting-timeout").duration(text)),
                value("auth"));
    }

    private void read(SourceLine line) {
        int colon = line.text().indexOf(':');
        if (colon < 1 || line.isIndented()) {
            throw line.error("a header line has the form key: value, and the header ends with the line --");
        }
        String key = line.text().substring(0, colon);
        String value = line.text().substring(colon + 1).strip();
        if (!SINGLE.contains(key) && !REPEATED.contains(key)) {
            throw line.error("unknown header '" + key + "' (known are account, allow-plaintext, auth, expect, from,"
                    + " greeting-timeout, password, timeout, title, tls, to, token, user)");
        }
        if (value.isEmpty()) {
            throw line.error("the header '" + key + "' has no value");
        }
        if (key.equals("account")) {
            accounts.add(account(line, value));
        } else if (key.equals("to")) {
            to.add(value);
        } else if (values.put(key, value) != null) {
            throw line.error("the header '" + key + "' is there twice");
        } else {
            lines.put(key, line);
        }
    }

    private void checkLogin() {
        boolean secret = values.containsKey("password") || values.containsKey("token");
        if (values.containsKey("user") != secret) {
            String given = secret ? values.containsKey("password") ? "password" : "token" : "user";
            throw line(given).error("user and password belong together: only " + given + " is there");
        }
    }

    private static Account account(SourceLine line, String value) {
        int slash = value.indexOf('/');
        if (slash < 1 || slash == value.length() - 1) {
            throw line.error("an account has the form user/password");
        }
        return new Account(value.substring(0, slash), Secret.of(value.substring(slash + 1)));
    }

    private ClientWishes.Tls tls(String text) {
        for (ClientWishes.Tls tls : ClientWishes.Tls.values()) {
            if (tls.id().equals(text)) {
                return tls;
            }
        }
        throw line("tls").error("unknown TLS mode '" + text + "' (known are auto, starttls, implicit, none)");
    }

    private boolean yesOrNo(String text) {
        if (!text.equals("yes") && !text.equals("no")) {
            throw line("allow-plaintext").error("allow-plaintext is yes or no, not '" + text + "'");
        }
        return text.equals("yes");
    }

    private Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    private SourceLine line(String key) {
        return Optional.ofNullable(lines.get(key)).orElseThrow();
    }
}
