package dev.smtpdiag.render;

import dev.smtpdiag.kb.Topic;
import org.jspecify.annotations.Nullable;

/** Where pages about topics are, as seen from the page that is being made. */
public interface TopicLinks {

    /** For a page that stands alone. */
    TopicLinks NONE = new TopicLinks() {
        @Override
        public @Nullable String to(Topic topic) {
            return null;
        }

        @Override
        public @Nullable String toComparison(Topic one, Topic other) {
            return null;
        }
    };

    /** The address of the page about a topic, or null when there is none. */
    @Nullable
    String to(Topic topic);

    /** The address of the page that compares two codes, or null when there is none. */
    @Nullable
    String toComparison(Topic one, Topic other);
}
