package dev.smtpdiag.render;

import dev.smtpdiag.kb.Topic;
import dev.smtpdiag.kb.Topic.EnhancedCodeTopic;
import dev.smtpdiag.kb.Topic.ReplyCodeTopic;
import dev.smtpdiag.smtp.EnhancedStatusCode;
import org.jspecify.annotations.Nullable;

/** Codes by the names that tables and articles give them. */
public final class TopicNames {

    private TopicNames() {}

    /** The code with this name, or null when it is none. */
    public static @Nullable Topic code(String name) {
        EnhancedStatusCode enhanced = EnhancedStatusCode.parse(name);
        if (enhanced != null) {
            return new EnhancedCodeTopic(enhanced);
        }
        boolean number = name.length() == 3;
        for (int i = 0; i < name.length(); i++) {
            number &= name.charAt(i) >= '0' && name.charAt(i) <= '9';
        }
        return number ? new ReplyCodeTopic(Integer.parseInt(name)) : null;
    }
}
