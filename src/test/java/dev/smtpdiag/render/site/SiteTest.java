package dev.smtpdiag.render.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import dev.smtpdiag.kb.KnowledgeBase;
import dev.smtpdiag.language.Language;
import dev.smtpdiag.render.page.Xhtml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Every page of the site, in every language. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SiteTest {

    private static final List<String> LANGUAGES = Language.available();
    private static final String INDEX_START = "window.smtpdiagIndex = ";

    private final Map<String, String> files = new TreeMap<>();
    private final Map<String, Document> pages = new TreeMap<>();
    private final Map<String, Set<String>> ids = new HashMap<>();
    private int size;

    @BeforeAll
    void write() {
        Site site = new Site(LANGUAGES);
        site.write((name, content) -> assertEquals(null, files.put(name, content), name));
        size = site.size();
        files.forEach((name, content) -> {
            if (name.endsWith(".html")) {
                Document page = Xhtml.parse(content);
                pages.put(name, page);
                Set<String> found = new HashSet<>();
                Xhtml.all(page, "*").forEach(element -> found.add(element.getAttribute("id")));
                ids.put(name, found);
            }
        });
    }

    @Test
    void hasAPageForEachTopicInEachLanguage() {
        assertEquals(size, pages.size());
        for (String tag : LANGUAGES) {
            for (String path : List.of(
                    "index.html",
                    "providers.html",
                    "reply/535.html",
                    "enhanced/5.7.8.html",
                    "enhanced/4.7.8.html",
                    "extension/STARTTLS.html",
                    "extension/AUTH_.html",
                    "mechanism/PLAIN.html")) {
                assertNotNull(pages.get(tag + "/" + path), tag + "/" + path);
            }
        }
    }

    @Test
    void everyPageIsValidAndAccessible() {
        TreeSet<String> faults = new TreeSet<>();
        files.forEach((name, content) -> {
            if (name.endsWith(".html")) {
                Xhtml.faults(content).forEach(fault -> faults.add(name + ": " + fault));
            }
        });
        assertEquals(new TreeSet<String>(), faults);
    }

    @Test
    void everyLinkLeadsToAFileAndAPlaceInIt() {
        List<String> dead = new ArrayList<>();
        int[] links = {0};
        pages.forEach((name, page) -> {
            for (Element element : Xhtml.all(page, "*")) {
                String target = element.getAttribute("href") + element.getAttribute("src");
                if (!target.isEmpty() && !target.startsWith("https://www.rfc-editor.org/")) {
                    links[0]++;
                    if (!resolves(name, target)) {
                        dead.add(name + ": " + target);
                    }
                }
            }
        });
        assertEquals(List.of(), dead);
        assertTrue(links[0] > 10_000, links[0] + " links");
    }

    @Test
    void everyPageNamesItsTranslations() {
        Set<String> expected = new TreeSet<>(LANGUAGES);
        expected.add("x-default");
        pages.forEach((name, page) -> {
            Set<String> found = new TreeSet<>();
            for (Element link : Xhtml.all(page, "link")) {
                if (link.getAttribute("rel").equals("alternate")) {
                    found.add(link.getAttribute("hreflang"));
                    String path = name.contains("/") ? name.substring(name.indexOf('/')) : "/index.html";
                    assertTrue(link.getAttribute("href").endsWith(path), name);
                }
            }
            assertEquals(expected, found, name);
            String tag = name.contains("/") ? name.substring(0, name.indexOf('/')) : "en";
            assertEquals(tag, page.getDocumentElement().getAttribute("lang"), name);
        });
    }

    @Test
    void theSearchLeadsToPages() {
        for (String tag : LANGUAGES) {
            String script = files.get(tag + "/search-index.js");
            assertTrue(script.startsWith(INDEX_START) && script.endsWith(";\n"), tag);
            String json = script.substring(INDEX_START.length(), script.length() - 2);
            JsonArray rows = new Gson().fromJson(json, JsonArray.class);
            assertTrue(rows.size() > 600, rows.size() + " rows");
            rows.forEach(row -> {
                String path = row.getAsJsonArray().get(3).getAsString();
                assertTrue(resolves(tag + "/index.html", path), path);
            });
        }
    }

    @Test
    void codesLinkToTheirRelativesAndComparisons() {
        String page = files.get("en/reply/535.html");
        assertTrue(page.contains("<a href=\"../reply/530.html\">530</a>"), page);
        assertTrue(page.contains("<a href=\"../enhanced/5.7.8.html\">5.7.8</a>"), page);
        for (SiteMap.Pair pair : SiteMap.of(KnowledgeBase.in(Language.ENGLISH)).pairs()) {
            String path = SiteMap.path(pair);
            assertTrue(files.get("en/" + SiteMap.path(pair.one())).contains("../" + path), path);
            assertTrue(files.get("en/" + SiteMap.path(pair.other())).contains("../" + path), path);
        }
    }

    @Test
    void nothingIsLoadedFromElsewhere() {
        files.forEach((name, content) -> {
            boolean style = name.endsWith(".css") || name.endsWith(".js") && !name.endsWith("search-index.js");
            assertFalse(style && content.contains("http"), name);
        });
        assertFalse(pages.isEmpty());
    }

    private boolean resolves(String from, String target) {
        int hash = target.indexOf('#');
        String path = hash < 0 ? target : target.substring(0, hash);
        Path folder = Path.of(from).getParent();
        String file = path.isEmpty()
                ? from
                : (folder == null ? Path.of(path) : folder.resolve(path))
                        .normalize()
                        .toString()
                        .replace('\\', '/');
        return files.containsKey(file) && (hash < 0 || ids.get(file).contains(target.substring(hash + 1)));
    }
}
