package dev.smtpdiag.render;

import dev.smtpdiag.language.Messages;
import dev.smtpdiag.smtp.Extension;
import dev.smtpdiag.smtp.Extensions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The extensions of a server in one line, the telling ones first. */
final class ExtensionText {

    private static final List<String> TELLING = List.of("STARTTLS", "AUTH", "AUTH=", "SIZE", "PIPELINING", "8BITMIME");

    private final Theme theme;
    private final Messages messages;
    private final Quantities quantities;
    private final int width;

    /**
     * @param width columns that the line may take
     */
    ExtensionText(Theme theme, Messages messages, int width) {
        this.width = width;
        this.theme = theme;
        this.messages = messages;
        this.quantities = new Quantities(messages.language());
    }

    String all(Extensions extensions) {
        List<Extension> sorted = new ArrayList<>();
        for (String keyword : TELLING) {
            extensions.find(keyword).ifPresent(sorted::add);
        }
        for (Extension extension : extensions.all()) {
            if (!TELLING.contains(extension.keyword())) {
                sorted.add(extension);
            }
        }
        if (sorted.isEmpty()) {
            return messages.get("row.no-extensions");
        }
        return fitting(sorted.stream().map(this::one).toList());
    }

    /** As many as fit, and how many more there are. */
    private String fitting(List<String> all) {
        String shown = all.get(0);
        for (int i = 1; i < all.size(); i++) {
            String longer = shown + theme.dot() + all.get(i);
            int rest = all.size() - i - 1;
            String withRest = rest == 0 ? longer : longer + theme.dot() + messages.get("row.more", rest);
            if (TextWidth.of(withRest) > width) {
                return shown + theme.dot() + messages.get("row.more", rest + 1);
            }
            shown = longer;
        }
        return shown;
    }

    /** What an EHLO under TLS announces that the one before did not; empty when nothing. */
    String news(Extensions before, Extensions after) {
        Set<String> known = before.all().stream().map(Extension::toString).collect(Collectors.toSet());
        List<String> added = after.all().stream()
                .filter(extension -> !known.contains(extension.toString()))
                .map(this::one)
                .toList();
        return added.isEmpty() ? "" : messages.get("row.now-offered", fitting(added));
    }

    private String one(Extension extension) {
        if (extension.keyword().equals("SIZE") && extension.parameters().size() == 1) {
            return "SIZE " + size(extension.parameters().get(0));
        }
        return Neutral.text(extension.toString());
    }

    private String size(String octets) {
        if (octets.length() > 15 || !octets.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Neutral.text(octets);
        }
        return quantities.size(octets.isEmpty() ? 0 : Long.parseLong(octets));
    }
}
