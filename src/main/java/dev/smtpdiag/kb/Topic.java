package dev.smtpdiag.kb;

import dev.smtpdiag.smtp.EnhancedStatusCode;

/** Something that the knowledge base may have words about. */
public sealed interface Topic {

    /** The name that people use: {@code 535}, {@code 5.7.8}, {@code auth.rejected}. */
    String name();

    /**
     * A three-digit code.
     *
     * @param code also one that no server sends, such as 101 or 605: people paste those as well
     */
    record ReplyCodeTopic(int code) implements Topic {

        /** The digit that decides what a client does. */
        public int classDigit() {
            return code / 100;
        }

        @Override
        public String name() {
            return Integer.toString(code);
        }
    }

    /**
     * An enhanced status code.
     *
     * @param code with its class digit
     */
    record EnhancedCodeTopic(EnhancedStatusCode code) implements Topic {

        /** Whether it says more than success or failure. */
        public boolean isSpecific() {
            return code.subject() != 0 || code.detail() != 0;
        }

        @Override
        public String name() {
            return code.toString();
        }
    }

    /**
     * A service extension.
     *
     * @param keyword in upper case, {@code AUTH=} included
     */
    record ExtensionTopic(String keyword) implements Topic {

        @Override
        public String name() {
            return keyword;
        }
    }

    /**
     * A SASL mechanism.
     *
     * @param name in upper case
     */
    record MechanismTopic(String name) implements Topic {

        private static final int LONGEST = 40;

        /** Whether a word in upper case can be a name (RFC 4422 3.1; longer ones are in use). */
        static boolean isName(String word) {
            for (int i = 0; i < word.length(); i++) {
                char c = word.charAt(i);
                boolean letterOrDigit = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
                if (!letterOrDigit && c != '-' && c != '_') {
                    return false;
                }
            }
            return !word.isEmpty() && word.length() <= LONGEST;
        }
    }

    /**
     * Something that a rule of the diagnosis found.
     *
     * @param id of the finding, such as {@code auth.rejected}
     */
    record FindingTopic(String id) implements Topic {

        public FindingTopic {
            // It becomes part of the name of a resource.
            for (int i = 0; i < id.length(); i++) {
                char c = id.charAt(i);
                boolean letterOrDigit = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
                if (!letterOrDigit && c != '.' && c != '-') {
                    throw new IllegalArgumentException("not the id of a finding: " + id);
                }
            }
        }

        @Override
        public String name() {
            return id;
        }
    }
}
