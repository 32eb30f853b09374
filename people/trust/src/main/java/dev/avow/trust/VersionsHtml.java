package dev.avow.trust;

import static dev.avow.trust.PublicPage.escaped;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The versions of the public page as HTML: what each said, and what changed with it. */
public record VersionsHtml(Words words) {

    private static final String PATH = "/trust/versions";

    /** All of them, newest first. */
    public String all(List<TrustVersion> versions) {
        return page(
                PATH,
                words.text("versions.title"),
                html -> {
                    for (TrustVersion each : versions) {
                        html.append("<section><h2><a href=\"").append(link(each)).append("\">");
                        html.append(heading(each)).append("</a></h2>\n");
                        changes(each, html);
                        html.append("</section>\n");
                    }
                });
    }

    /** One of them. */
    public String one(TrustVersion version) {
        return page(
                PATH + "/" + version.number(),
                words.text("versions.number", Map.of("number", version.number())),
                html -> {
                    html.append("<section><h2>").append(heading(version)).append("</h2>\n");
                    changes(version, html);
                    html.append("</section>\n");
                    String part = "";
                    for (Material.Item each : version.material().items()) {
                        if (!each.part().equals(part)) {
                            html.append(part.isEmpty() ? "" : "</ul></section>\n");
                            part = each.part();
                            html.append("<section><h2>").append(text("part." + part));
                            html.append("</h2>\n<ul>\n");
                        }
                        html.append("<li><p>").append(escaped(each.text(words)));
                        html.append("</p></li>\n");
                    }
                    html.append(part.isEmpty() ? "" : "</ul></section>\n");
                });
    }

    private String page(String path, String title, Consumer<StringBuilder> main) {
        return new PublicPage(Words.ALL, words, path, title, "")
                .of(
                        html ->
                                html.append("<p class=\"lead\">")
                                        .append(text("versions.lead"))
                                        .append("</p>"),
                        main,
                        html ->
                                html.append("<p><a href=\"/trust?lang=")
                                        .append(words.language())
                                        .append("\">")
                                        .append(text("title"))
                                        .append("</a> · <a href=\"")
                                        .append(PATH)
                                        .append("?lang=")
                                        .append(words.language())
                                        .append("\">")
                                        .append(text("versions.title"))
                                        .append("</a></p>"));
    }

    private String link(TrustVersion version) {
        return PATH + "/" + version.number() + "?lang=" + words.language();
    }

    private String heading(TrustVersion version) {
        return escaped(
                words.text(
                        "versions.one",
                        Map.of(
                                "number",
                                version.number(),
                                "since",
                                version.since().truncatedTo(ChronoUnit.SECONDS))));
    }

    private void changes(TrustVersion version, StringBuilder html) {
        String notice = version.notice().id();
        html.append("<ul>\n<li class=\"");
        html.append(version.notice() == TrustVersion.Notice.WITHOUT_NOTICE ? "off" : "fact");
        html.append("\"><p class=\"state\">").append(text("notice." + notice));
        html.append("</p></li>\n");
        for (MaterialChange each : version.changes()) {
            html.append("<li><p class=\"proof\">").append(text("change." + each.kind().id()));
            html.append("</p>");
            if (each.before() != null) {
                html.append("<p><del>").append(escaped(each.before().text(words)));
                html.append("</del></p>");
            }
            if (each.after() != null) {
                html.append("<p><ins>").append(escaped(each.after().text(words)));
                html.append("</ins></p>");
            }
            html.append("</li>\n");
        }
        html.append("</ul>");
    }

    private String text(String name) {
        return escaped(words.text(name));
    }
}
