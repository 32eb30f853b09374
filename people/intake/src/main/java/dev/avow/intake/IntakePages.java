package dev.avow.intake;

import static dev.avow.trust.PublicPage.escaped;

import dev.avow.requests.PrivacyRequest;
import dev.avow.trust.PublicPage;
import dev.avow.trust.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The form's pages, which need no script. None says whether an address is known here. Immutable.
 *
 * @param words of the language
 * @param controller the controller's name; null where settings do not say it
 * @param contact how the controller is reached; null as above: nothing is said of it
 * @param rules as pages tell of them
 */
public record IntakePages(
        Words words, @Nullable String controller, @Nullable String contact, IntakeRules rules) {

    /** All languages, in the order in which they are offered. */
    public static final List<Words> LANGUAGES = Words.beside(IntakePages.class);

    private static final String PATH = "/privacy";

    /** The form. */
    public String form(Filled filled) {
        return page(
                PATH,
                "title",
                "lead",
                html -> {
                    if (filled.wrong() != null && !Filled.isField(filled.wrong())) {
                        note(html, "error." + filled.wrong());
                    }
                    post(html, PATH);
                    new IntakeFields(words, filled, html).write();
                    html.append("<button>").append(text("form.send"));
                    html.append("</button></form>\n");
                });
    }

    /**
     * The page that takes the code.
     *
     * @param note a name in the words, such as {@code error.code}; null for none
     */
    public String code(UUID id, @Nullable String note) {
        String action = PATH + "/" + id;
        return page(
                action,
                "code.title",
                "code.lead",
                html -> {
                    if (note != null) {
                        note(html, note);
                    }
                    post(html, action);
                    html.append("<div><label for=\"code\">").append(text("code.label"));
                    html.append("</label><input class=\"code\" id=\"code\" name=\"code\"");
                    html.append(" required maxlength=\"40\" autocomplete=\"one-time-code\"");
                    html.append(" autocapitalize=\"characters\" spellcheck=\"false\"></div>\n");
                    html.append("<button>").append(text("code.send"));
                    html.append("</button></form>\n");
                    post(html, action + "/code");
                    html.append("<div><span class=\"label\">").append(text("code.again"));
                    html.append("</span><p class=\"hint\">");
                    html.append(
                            text(
                                    "code.again.hint",
                                    Map.of(
                                            "most",
                                            rules.codesPerDay(),
                                            "days",
                                            rules.life().toDays())));
                    html.append("</p></div><button class=\"second\">");
                    html.append(text("code.again.send")).append("</button></form>\n");
                });
    }

    /** What is shown once, when a form has become a request. */
    public String done(Taken.Entered entered) {
        return page(
                PATH,
                "done.title",
                "done.lead",
                html -> {
                    html.append("<dl>");
                    row(html, "done.reference", code(entered.request().id().toString()));
                    row(html, "done.token", code(entered.plaintextToken()));
                    row(html, "done.due", escaped(words.time(entered.request().dueAt())));
                    html.append("</dl>\n<p>").append(text("done.next")).append("</p>\n");
                });
    }

    /** The page on which a request's state can be asked for. */
    public String ask(@Nullable String note) {
        return page(
                PATH + "/status",
                "status.title",
                "status.lead",
                html -> {
                    if (note != null) {
                        note(html, note);
                    }
                    post(html, PATH + "/status");
                    for (String each : List.of("reference", "token")) {
                        html.append("<div><label for=\"").append(each).append("\">");
                        html.append(text("status." + each)).append("</label><input id=\"");
                        html.append(each).append("\" name=\"").append(each);
                        html.append("\" required maxlength=\"60\" autocomplete=\"off\"");
                        html.append(" spellcheck=\"false\"></div>\n");
                    }
                    html.append("<button>").append(text("status.send"));
                    html.append("</button></form>\n");
                });
    }

    /** States and dates, and no data. */
    public String status(PrivacyRequest request) {
        return page(
                PATH + "/status",
                "status.title",
                "status.shown",
                html -> {
                    html.append("<dl>");
                    row(html, "status.reference", code(request.id().toString()));
                    row(html, "status.state", text("state." + request.state().id()));
                    time(html, "received_at", request.receivedAt());
                    time(html, "verified_at", request.verifiedAt());
                    time(html, "acknowledged_at", request.acknowledgedAt());
                    time(html, "extended_at", request.extendedAt());
                    if (request.completedAt() == null) {
                        time(html, "due_at", request.dueAt());
                    }
                    time(html, "decided_at", request.decidedAt());
                    time(html, "completed_at", request.completedAt());
                    html.append("</dl>\n");
                });
    }

    private String page(String path, String title, String lead, Consumer<StringBuilder> main) {
        return new PublicPage(
                        LANGUAGES,
                        words,
                        path,
                        words.text(title),
                        "<meta name=\"robots\" content=\"noindex\">")
                .of(
                        html -> html.append("<p class=\"lead\">").append(text(lead)).append("</p>"),
                        main,
                        this::foot);
    }

    private void foot(StringBuilder html) {
        if (contact != null) {
            Map<String, Object> who =
                    Map.of(
                            "who",
                            controller == null ? words.text("controller.who") : controller,
                            "contact",
                            contact);
            html.append("<p>").append(text("controller", who)).append("</p>");
        }
        html.append("<p>").append(text("foot.status"));
        html.append(" <a href=\"").append(PATH).append("/status?lang=");
        html.append(words.language()).append("\">").append(text("foot.status.link"));
        html.append("</a></p><p>").append(text("foot.trust"));
        html.append(" <a href=\"/trust?lang=").append(words.language());
        html.append("\">/trust</a></p>");
    }

    private void post(StringBuilder html, String action) {
        html.append("<form method=\"post\" action=\"").append(action).append("?lang=");
        html.append(words.language()).append("\">\n");
    }

    private void note(StringBuilder html, String name) {
        html.append("<p class=\"note\" role=\"status\">").append(text(name)).append("</p>\n");
    }

    private void row(StringBuilder html, String name, String value) {
        html.append("<dt>").append(text(name)).append("</dt><dd>").append(value).append("</dd>");
    }

    private void time(StringBuilder html, String name, @Nullable Instant at) {
        if (at != null) {
            row(html, "status." + name, escaped(words.time(at)));
        }
    }

    private static String code(String text) {
        return "<code>" + escaped(text) + "</code>";
    }

    private String text(String name) {
        return escaped(words.text(name));
    }

    private String text(String name, Map<String, Object> values) {
        return escaped(words.text(name, values));
    }

    @Override
    public String toString() {
        return "IntakePages in " + words.language();
    }
}
