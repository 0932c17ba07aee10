package dev.smtpdiag.render.site;

import dev.smtpdiag.kb.Topic;
import dev.smtpdiag.render.TopicLinks;
import org.jspecify.annotations.Nullable;

/** Links between the pages of one language, relative, so that the site works wherever it is put. */
final class SiteLinks implements TopicLinks {

    private final SiteMap map;
    private final String base;

    /**
     * @param base from the page to the folder of its language: nothing, or {@code ../}
     */
    SiteLinks(SiteMap map, String base) {
        this.map = map;
        this.base = base;
    }

    @Override
    public @Nullable String to(Topic topic) {
        String path = SiteMap.path(topic);
        return map.paths().contains(path) ? base + path : null;
    }

    @Override
    public @Nullable String toComparison(Topic one, Topic other) {
        SiteMap.Pair pair = map.pair(one, other);
        return pair == null ? null : base + SiteMap.path(pair);
    }
}
