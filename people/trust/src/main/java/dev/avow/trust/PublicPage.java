package dev.avow.trust;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/**
 * What every page for anybody has around what it says: a head, the languages, a foot. It needs no
 * script, and is light or dark as the reader's machine is. Immutable.
 *
 * @param languages that it can be read in
 * @param words in which it is written
 * @param path of it, for the links to its other languages
 * @param title what it is called, in the words' language
 * @param head further elements of its head; empty for none
 */
public record PublicPage(
        List<Words> languages, Words words, String path, String title, String head) {

    private static final String STYLE = resource("trust.css");

    public PublicPage {
        languages = List.copyOf(languages);
    }

    /**
     * The whole page.
     *
     * @param lead what stands below the title
     * @param main what it says
     * @param foot what stands at its end
     */
    public String of(
            Consumer<StringBuilder> lead,
            Consumer<StringBuilder> main,
            Consumer<StringBuilder> foot) {
        StringBuilder html = new StringBuilder(32_768);
        html.append("<!doctype html>\n<html lang=\"").append(words.language()).append("\">\n");
        html.append("<head><meta charset=\"utf-8\">");
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        html.append("<meta name=\"color-scheme\" content=\"light dark\">");
        html.append("<title>").append(escaped(title)).append("</title>");
        html.append("<link rel=\"icon\" href=\"/favicon.svg\" type=\"image/svg+xml\">");
        html.append(head).append("\n<style>").append(STYLE);
        html.append("</style></head>\n<body>\n<header><p class=\"name\">Avow</p>");
        languages(html);
        html.append("\n<h1>").append(escaped(title)).append("</h1>\n");
        lead.accept(html);
        html.append("</header>\n<main>\n");
        main.accept(html);
        html.append("</main>\n<footer>");
        foot.accept(html);
        return html.append("</footer>\n</body>\n</html>\n").toString();
    }

    private void languages(StringBuilder html) {
        html.append("<nav class=\"languages\" aria-label=\"");
        html.append(escaped(words.text("languages"))).append("\">");
        for (Words each : languages) {
            html.append("<a href=\"").append(path).append("?lang=").append(each.language());
            html.append("\" hreflang=\"").append(each.language());
            html.append("\" lang=\"").append(each.language()).append('"');
            html.append(each.language().equals(words.language()) ? " aria-current=\"page\">" : ">");
            html.append(escaped(each.text("language"))).append("</a>");
        }
        html.append("</nav>");
    }

    /** For text and for attributes in double quotes. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String resource(String name) {
        try (InputStream file = PublicPage.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
