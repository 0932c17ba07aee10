package dev.smtpdiag.cli;

import dev.smtpdiag.language.Language;
import dev.smtpdiag.language.Messages;
import org.jspecify.annotations.Nullable;

/** The texts of {@code --help}; to read a command line nobody needs them, and then they are not loaded. */
final class HelpTexts {

    /** For reading a command line: every text is empty. */
    static final HelpTexts NONE = new HelpTexts(null);

    private final @Nullable Messages messages;

    private HelpTexts(@Nullable Messages messages) {
        this.messages = messages;
    }

    static HelpTexts in(Language language) {
        return new HelpTexts(Messages.ofHelp(language));
    }

    /** Whether the command line is to be explained rather than read. */
    boolean shown() {
        return messages != null;
    }

    /** One text, as the command-line library takes it: it reads it as a format. */
    String get(String key, Object... arguments) {
        return messages == null ? "" : messages.get(key, arguments).replace("%", "%%");
    }

    /** What stands for the value of an option; every language may have its own word. */
    String label(String word) {
        for (String separator : new String[] {":", "="}) {
            int position = word.indexOf(separator);
            if (position > 0) {
                return label(word.substring(0, position)) + separator + label(word.substring(position + 1));
            }
        }
        return messages != null && messages.has("label." + word) ? get("label." + word) : word;
    }
}
