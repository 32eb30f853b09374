package dev.avow.trust;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The page as HTML that needs no script: it reads on paper, and by a screen reader, as it looks.
 */
public final class TrustHtml {

    private static final String STYLE = resource("trust.css");

    private final Words words;
    private final Optional<String> docs;

    /**
     * @param docs where this project's pages can be read, without a slash at its end; empty: they
     *     are named and not linked
     */
    public TrustHtml(Words words, Optional<String> docs) {
        this.words = words;
        this.docs = docs;
    }

    /** The whole page. */
    public String of(TrustPage page) {
        StringBuilder html = new StringBuilder(32_768);
        html.append("<!doctype html>\n<html lang=\"").append(words.language()).append("\">\n");
        html.append("<head><meta charset=\"utf-8\">");
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        html.append("<meta name=\"color-scheme\" content=\"light dark\">");
        html.append("<title>").append(escaped(words.text("title"))).append("</title>");
        html.append("<link rel=\"icon\" href=\"/favicon.svg\" type=\"image/svg+xml\">");
        html.append("<link rel=\"alternate\" type=\"application/json\" href=\"/trust.json?lang=");
        html.append(words.language()).append("\">\n<style>").append(STYLE);
        html.append("</style></head>\n<body>\n");
        head(page, html);
        html.append("<main>\n");
        page.chapters().forEach(chapter -> chapter(chapter, html));
        html.append("</main>\n");
        foot(html);
        return html.append("</body>\n</html>\n").toString();
    }

    private void head(TrustPage page, StringBuilder html) {
        html.append("<header><p class=\"name\">Avow</p>");
        html.append("<nav class=\"languages\" aria-label=\"");
        html.append(escaped(words.text("languages"))).append("\">");
        for (Words each : Words.ALL) {
            html.append("<a href=\"/trust?lang=").append(each.language());
            html.append("\" hreflang=\"").append(each.language());
            html.append("\" lang=\"").append(each.language()).append('"');
            html.append(each.language().equals(words.language()) ? " aria-current=\"page\">" : ">");
            html.append(escaped(each.text("language"))).append("</a>");
        }
        html.append("</nav>\n<h1>").append(escaped(words.text("title"))).append("</h1>\n");
        html.append("<p class=\"lead\">").append(escaped(words.text("lead"))).append("</p>\n");
        html.append("<p class=\"when\">");
        html.append(
                escaped(
                        words.text(
                                "when",
                                Map.of(
                                        "at",
                                        page.generatedAt().truncatedTo(ChronoUnit.SECONDS),
                                        "version",
                                        page.version()))));
        html.append("</p>\n<nav class=\"parts\" aria-label=\"");
        html.append(escaped(words.text("parts"))).append("\"><ul>");
        for (TrustPage.Chapter each : page.chapters()) {
            html.append("<li><a href=\"#").append(each.part().id()).append("\">");
            html.append(escaped(words.text("part." + each.part().id()))).append("</a></li>");
        }
        html.append("</ul></nav></header>\n");
    }

    private void chapter(TrustPage.Chapter chapter, StringBuilder html) {
        String id = chapter.part().id();
        html.append("<section aria-labelledby=\"").append(id).append("\"><h2 id=\"").append(id);
        html.append("\">").append(escaped(words.text("part." + id))).append("</h2>\n<ul>\n");
        chapter.sentences().forEach(each -> sentence(each, html));
        html.append("</ul></section>\n");
    }

    private void sentence(Sentence sentence, StringBuilder html) {
        String state = sentence.state().id();
        html.append("<li class=\"").append(state).append("\"><p class=\"said\">");
        if (sentence.state() != Sentence.State.FACT) {
            html.append("<b class=\"state\">").append(escaped(words.text("state." + state)));
            html.append("</b> ");
        }
        html.append(escaped(words.sentence(sentence))).append("</p>");
        if (!sentence.details().isEmpty()) {
            html.append("<details><summary>").append(escaped(words.text("show")));
            html.append("</summary><p class=\"list\">");
            html.append(
                    sentence.details().stream()
                            .map(each -> "<code>" + escaped(each) + "</code>")
                            .collect(Collectors.joining(" ")));
            html.append("</p></details>");
        }
        Proof proof = sentence.proof();
        html.append("<p class=\"proof").append(proof.isMissing() ? " missing" : "").append("\">");
        html.append(escaped(words.proof(sentence))).append("</p>");
        if (proof.evidence() != null) {
            html.append("<details><summary>").append(escaped(words.text("evidence")));
            html.append("</summary><pre>").append(escaped(proof.evidence()));
            html.append("</pre></details>");
        }
        control(sentence.control(), html);
        html.append("</li>\n");
    }

    private void control(Control control, StringBuilder html) {
        html.append("<p class=\"control\"><span>").append(escaped(words.text("control")));
        html.append("</span> ").append(page(control.page()));
        html.append(" <span>").append(escaped(words.text("promise"))).append("</span> ");
        html.append("<code>").append(control.promise()).append("</code>");
        for (String setting : control.settings()) {
            html.append(" <code>").append(escaped(setting)).append("</code>");
        }
        html.append(" <code class=\"class\">").append(control.by().getName());
        html.append("</code></p>");
    }

    private String page(String path) {
        String named = "<code>" + escaped(path) + "</code>";
        return docs.map(base -> "<a href=\"" + escaped(base + "/" + path) + "\">" + named + "</a>")
                .orElse(named);
    }

    private void foot(StringBuilder html) {
        html.append("<footer><p>").append(escaped(words.text("foot"))).append("</p><p>");
        html.append(escaped(words.text("foot.machines"))).append(" <a href=\"/trust.json?lang=");
        html.append(words.language()).append("\">/trust.json</a></p></footer>\n");
    }

    /** For text and for attributes in double quotes. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String resource(String name) {
        try (InputStream file = TrustHtml.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
