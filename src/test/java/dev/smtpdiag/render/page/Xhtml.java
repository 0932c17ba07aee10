package dev.smtpdiag.render.page;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Pages as a strict parser reads them: it refuses what a browser would guess at. */
public final class Xhtml {

    private Xhtml() {}

    public static Document parse(String html) {
        try {
            DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(html)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("not well-formed: " + e.getMessage() + "\n" + html, e);
        }
    }

    public static List<Element> all(Document page, String tag) {
        NodeList nodes = page.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    /** What is wrong with a page that a parser takes; nothing when it is good. */
    public static List<String> faults(String html) {
        List<String> faults = new ArrayList<>();
        Document page = parse(html);
        expect(html.startsWith("<!DOCTYPE html>\n"), "no doctype", faults);
        expect(!page.getDocumentElement().getAttribute("lang").isEmpty(), "no lang", faults);
        expect(
                all(page, "title").size() == 1
                        && !all(page, "title").get(0).getTextContent().isBlank(),
                "title",
                faults);
        for (String once : List.of("h1", "main", "header", "footer")) {
            expect(all(page, once).size() == 1, "not one " + once, faults);
        }
        int last = 0;
        List<String> ids = new ArrayList<>();
        for (Element element : all(page, "*")) {
            String name = element.getTagName();
            if (name.matches("h[1-6]")) {
                int level = name.charAt(1) - '0';
                expect(level <= last + 1, "h" + level + " below h" + last, faults);
                last = level;
            }
            if (element.hasAttribute("id")) {
                expect(!ids.contains(element.getAttribute("id")), "twice: " + element.getAttribute("id"), faults);
                ids.add(element.getAttribute("id"));
            }
            boolean named = !name.equals("a") || !element.getTextContent().isBlank();
            expect(named, "a link without text", faults);
            expect(!name.equals("th") || element.hasAttribute("scope"), "th without scope", faults);
            boolean table = name.equals("table");
            expect(!table || element.getElementsByTagName("caption").getLength() > 0, "table without caption", faults);
            boolean loads = element.hasAttribute("src")
                    || name.equals("link") && element.getAttribute("rel").equals("stylesheet");
            String source = element.getAttribute("src") + element.getAttribute("href");
            expect(!loads || !source.contains(":"), "loads " + source, faults);
        }
        for (Element link : all(page, "a")) {
            String target = link.getAttribute("href");
            expect(!target.startsWith("#") || ids.contains(target.substring(1)), "leads nowhere: " + target, faults);
        }
        return faults;
    }

    private static void expect(boolean good, String fault, List<String> faults) {
        if (!good) {
            faults.add(fault);
        }
    }
}
