package dev.smtpdiag.render.site;

/** Takes the files of a site. */
public interface SiteSink {

    /**
     * @param name path below the root of the site, with slashes
     */
    void file(String name, String content);
}
