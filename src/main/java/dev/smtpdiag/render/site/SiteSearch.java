package dev.smtpdiag.render.site;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** What the search looks through: a script that sets a variable, because a page in a file may not fetch data. */
final class SiteSearch {

    private final List<List<String>> entries = new ArrayList<>();

    /**
     * @param name what a person types first of all: the code
     * @param title the words about it
     * @param text one sentence
     * @param more that can be searched for and is not shown
     */
    void add(String name, String title, String text, String path, String more) {
        entries.add(List.of(name, title, text, path, more));
    }

    String script() {
        StringWriter text = new StringWriter();
        text.write("window.smtpdiagIndex = ");
        try (JsonWriter json = new JsonWriter(text)) {
            json.beginArray();
            for (List<String> entry : entries) {
                json.beginArray();
                for (String part : entry) {
                    json.value(part);
                }
                json.endArray();
            }
            json.endArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // A line for each, so that changes can be read.
        return text.toString().replace("],[", "],\n[") + ";\n";
    }
}
