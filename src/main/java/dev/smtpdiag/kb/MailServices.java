package dev.smtpdiag.kb;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The providers whose way of logging in is known, and which of them a server belongs to. Pure. */
public final class MailServices {

    private static final String TABLE = "services.tsv";

    private final List<MailService> all;

    private MailServices(List<MailService> all) {
        this.all = all;
    }

    /** Reads the table: only for what needs it, because it takes time. */
    public static MailServices load() {
        List<MailService> all = new ArrayList<>();
        for (Table.Row row : Table.load(TABLE).rows()) {
            all.add(MailService.of(row));
        }
        return new MailServices(List.copyOf(all));
    }

    /** All of them, by id. */
    public List<MailService> all() {
        return all;
    }

    /** The one with this id or name, in any case. */
    public Optional<MailService> named(String text) {
        String wanted = simple(text);
        return all.stream()
                .filter(service -> simple(service.id()).equals(wanted)
                        || simple(service.name()).equals(wanted))
                .findFirst();
    }

    /**
     * The one that a server belongs to.
     *
     * @param host that the connection goes to
     * @param greeting the text of its greeting behind the code, empty when there was none
     */
    public Optional<MailService> of(String host, String greeting) {
        return all.stream()
                .filter(service -> service.owns(host))
                .findFirst()
                .or(() -> all.stream()
                        .filter(service -> service.greetsWith(greeting))
                        .findFirst());
    }

    private static String simple(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[ ._-]+", "-");
    }
}
