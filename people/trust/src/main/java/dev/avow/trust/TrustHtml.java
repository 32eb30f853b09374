package dev.avow.trust;

import static dev.avow.trust.PublicPage.escaped;

import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The page as HTML that needs no script: it reads on paper, and by a screen reader, as it looks.
 */
public final class TrustHtml {

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
    public String of(Published published) {
        TrustPage page = published.page();
        return new PublicPage(
                        Words.ALL,
                        words,
                        "/trust",
                        words.text("title"),
                        "<link rel=\"alternate\" type=\"application/json\" href=\"/trust.json?lang="
                                + words.language()
                                + "\">")
                .of(
                        html -> lead(published, html),
                        html -> page.chapters().forEach(chapter -> chapter(chapter, html)),
                        this::foot);
    }

    private void lead(Published published, StringBuilder html) {
        TrustPage page = published.page();
        TrustVersion version = published.version();
        html.append("<p class=\"lead\">").append(escaped(words.text("lead"))).append("</p>\n");
        html.append("<p class=\"when\"><b>");
        html.append(
                escaped(
                        words.text(
                                "versions.one",
                                Map.of(
                                        "number",
                                        version.number(),
                                        "since",
                                        version.since().truncatedTo(ChronoUnit.SECONDS)))));
        html.append("</b> ");
        if (version.notice() == TrustVersion.Notice.WITHOUT_NOTICE) {
            html.append(escaped(words.text("notice.without_notice"))).append(' ');
        }
        html.append("<a href=\"/trust/versions?lang=").append(words.language()).append("\">");
        html.append(escaped(words.text("versions.title"))).append("</a><br>");
        html.append(
                escaped(
                        words.text(
                                "when",
                                Map.of(
                                        "at",
                                        page.generatedAt().truncatedTo(ChronoUnit.SECONDS),
                                        "version",
                                        page.version()))));
        html.append("</p>\n");
        for (Announcement each : published.announced()) {
            html.append("<p class=\"note\"><b>");
            html.append(escaped(words.text("announced", Map.of("on", each.effectiveOn()))));
            html.append("</b> ").append(escaped(each.text(words))).append("</p>\n");
        }
        html.append("<nav class=\"parts\" aria-label=\"");
        html.append(escaped(words.text("parts"))).append("\"><ul>");
        for (TrustPage.Chapter each : page.chapters()) {
            html.append("<li><a href=\"#").append(each.part().id()).append("\">");
            html.append(escaped(words.text("part." + each.part().id()))).append("</a></li>");
        }
        html.append("</ul></nav>");
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
        html.append(escaped(words.sentence(sentence)));
        if (sentence.link() != null) {
            html.append(" <a href=\"").append(escaped(sentence.link())).append("\">");
            html.append(escaped(words.text(sentence.id() + ".link"))).append("</a>");
        }
        html.append("</p>");
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
        html.append("<p>").append(escaped(words.text("foot"))).append("</p><p>");
        html.append(escaped(words.text("foot.machines"))).append(" <a href=\"/trust.json?lang=");
        html.append(words.language()).append("\">/trust.json</a></p>");
    }
}
