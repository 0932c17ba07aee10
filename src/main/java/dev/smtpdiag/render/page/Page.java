package dev.smtpdiag.render.page;

import java.util.List;

/**
 * A page.
 *
 * @param language tag of the language that it is in
 * @param title plain text, for the title bar
 * @param description one sentence, for who lists pages; may be empty
 * @param blocks the first is the heading
 */
public record Page(String language, String title, String description, List<Block> blocks) {
    public Page {
        blocks = List.copyOf(blocks);
    }
}
