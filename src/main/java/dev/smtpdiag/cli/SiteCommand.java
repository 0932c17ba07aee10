package dev.smtpdiag.cli;

import dev.smtpdiag.language.Language;
import dev.smtpdiag.language.Messages;
import dev.smtpdiag.render.site.Site;
import java.nio.file.Path;

/** {@code smtpdiag codes --site}: the whole reference as a web site. Knows nothing of the command-line library. */
final class SiteCommand {

    private static final int OK = 0;
    private static final int STEP = 50;
    private static final String ERASE = "\r\u001b[K";

    /**
     * @param folder where to: new, empty, or with an earlier site
     * @return 0
     */
    int run(Path folder, Console console) {
        SiteFolder target = SiteFolder.open(folder);
        Site site = new Site(Language.available());
        Messages messages = Messages.ofReference(console.language());
        boolean live = console.terminals().err();
        int[] pages = {0};
        site.write((name, content) -> {
            target.write(name, content);
            pages[0] += name.endsWith(".html") ? 1 : 0;
            if (live && pages[0] % STEP == 0) {
                console.err().print(ERASE + messages.get("site.progress", pages[0], site.size()));
                console.err().flush();
            }
        });
        target.close();
        String index = folder.resolve("index.html").toString();
        console.err().println((live ? ERASE : "") + messages.get("site.written", pages[0], folder, index));
        console.err().flush();
        return OK;
    }
}
