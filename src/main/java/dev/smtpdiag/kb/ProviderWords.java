package dev.smtpdiag.kb;

import org.jspecify.annotations.Nullable;

/**
 * The words about one row of the table of providers: a section of the file of its provider, {@code ## gmail.app-password},
 * with a heading {@code ### Do} in it.
 */
final class ProviderWords {

    private ProviderWords() {}

    /**
     * @param resource name for messages about mistakes
     * @param text of the file of the provider
     * @return the words, with the name of the provider as their title; null when the file has no such section
     */
    static @Nullable Article of(ProviderReply row, String language, String resource, String text) {
        String heading = "\n## " + row.id() + "\n";
        int start = text.indexOf(heading);
        if (start < 0) {
            return null;
        }
        int next = text.indexOf("\n## ", start + 1);
        String section = text.substring(start + heading.length(), next < 0 ? text.length() : next);
        String article = "# " + row.provider() + "\n" + section.replace("\n### ", "\n## ");
        return ArticleParser.parse(language, resource + " " + row.id(), article);
    }
}
