package dev.avow.control;

import dev.avow.intake.Filled;
import dev.avow.intake.Intake;
import dev.avow.intake.IntakeForm;
import dev.avow.intake.IntakePages;
import dev.avow.intake.IntakeRules;
import dev.avow.intake.Taken;
import dev.avow.requests.Law;
import dev.avow.requests.RequestKind;
import dev.avow.trust.Words;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import dev.avow.words.Ids;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code /privacy}: the form by which anybody asks of their data (promise P6), as pages without a
 * script or a cookie. What a form sends is taken from our own pages alone ({@link SameOrigin}). A
 * mistake is told on the page that it was made on.
 */
public final class PrivacyFormRoutes implements Routes {

    private static final String PATH = "/privacy";

    private final @Nullable Intake intake;
    private final @Nullable String controller;
    private final @Nullable String contact;
    private final IntakeRules rules;

    /**
     * @param intake null where the form is turned off
     * @param controller the controller's name; null where it is not said
     * @param contact how the controller is reached; null as above
     */
    public PrivacyFormRoutes(
            @Nullable Intake intake,
            @Nullable String controller,
            @Nullable String contact,
            IntakeRules rules) {
        this.intake = intake;
        this.controller = controller;
        this.contact = contact;
        this.rules = rules;
    }

    @Override
    public void mount(RouteTable table) {
        table.get(PATH, Access.PUBLIC, this::form)
                .form(PATH, this::take)
                .get(PATH + "/status", Access.PUBLIC, this::ask)
                .form(PATH + "/status", this::status)
                .get(PATH + "/{id}", Access.PUBLIC, this::code)
                .form(PATH + "/{id}", this::verify)
                .form(PATH + "/{id}/code", this::again);
    }

    @Override
    public String description() {
        return "privacy.json";
    }

    private ControlAnswer form(ControlRequest request) {
        Intake _ = intake();
        return page(request, 200, pages(request).form(Filled.EMPTY));
    }

    private ControlAnswer take(ControlRequest request) {
        return told(
                request,
                wrong -> pages(request).form(filled(request, wrong)),
                () -> {
                    FormBody form = request.form();
                    Taken taken =
                            form.plaintext("website").isEmpty()
                                    ? intake().take(request.network(), read(form, words(request)))
                                    : intake().ignore();
                    return switch (taken) {
                        case Taken.Waits(UUID id) -> elsewhere(request, PATH + "/" + id);
                        case Taken.Entered entered ->
                                page(request, 200, pages(request).done(entered));
                    };
                });
    }

    private static IntakeForm read(FormBody form, Words words) {
        return new IntakeForm(
                Members.one(form.plaintext("kind"), RequestKind.values(), RequestKind::id, "kind"),
                Members.one(form.plaintext("law"), Law.values(), Law::id, "law"),
                form.plaintext("email"),
                form.plaintext("details").strip(),
                words);
    }

    private static Filled filled(ControlRequest request, String wrong) {
        try {
            FormBody form = request.form();
            return new Filled(
                    form.plaintext("kind"),
                    form.plaintext("law"),
                    form.plaintext("email"),
                    form.plaintext("details"),
                    wrong);
        } catch (FaultException unreadable) {
            return new Filled("", "", "", "", wrong);
        }
    }

    private ControlAnswer code(ControlRequest request) {
        Intake _ = intake();
        String note = request.query("mailed").isPresent() ? "code.mailed" : null;
        return page(request, 200, pages(request).code(request.pathId(), note));
    }

    private ControlAnswer verify(ControlRequest request) {
        UUID id = request.pathId();
        return told(
                request,
                wrong -> pages(request).code(id, "error." + wrong),
                () ->
                        intake().verify(request.network(), id, request.form().plaintext("code"))
                                .map(entered -> page(request, 200, pages(request).done(entered)))
                                .orElseThrow(() -> Fault.wrong("code", "no such code")));
    }

    private ControlAnswer again(ControlRequest request) {
        UUID id = request.pathId();
        return told(
                request,
                wrong -> pages(request).code(id, "error." + wrong),
                () -> {
                    intake().again(request.network(), id, words(request));
                    return elsewhere(request, PATH + "/" + id + "?mailed=1");
                });
    }

    private ControlAnswer ask(ControlRequest request) {
        Intake _ = intake();
        return page(request, 200, pages(request).ask(null));
    }

    private ControlAnswer status(ControlRequest request) {
        return told(
                request,
                wrong -> pages(request).ask("error." + wrong),
                () -> {
                    FormBody form = request.form();
                    return Ids.parse(form.plaintext("reference").strip())
                            .flatMap(id ->
                                    intake().status(request.network(), id, form.plaintext("token")))
                            .map(found -> page(request, 200, pages(request).status(found)))
                            .orElseThrow(() -> Fault.wrong("status", "no such request"));
                });
    }

    /** Work that answers, or the page that tells what was wrong. */
    private ControlAnswer told(
            ControlRequest request,
            Function<String, String> mistaken,
            java.util.function.Supplier<ControlAnswer> work) {
        Intake _ = intake();
        try {
            return work.get();
        } catch (FaultException told) {
            Fault fault = told.fault();
            String wrong =
                    switch (fault.code()) {
                        case RATE_LIMIT_EXCEEDED -> "limit";
                        case OVERLOADED -> "busy";
                        default -> fault.fieldOrNull() == null ? "body" : fault.fieldOrNull();
                    };
            return page(request, fault.code().httpStatus(), mistaken.apply(wrong));
        }
    }

    /** After a form, so that loading anew sends nothing twice. */
    private static ControlAnswer elsewhere(ControlRequest request, String path) {
        String language = (path.contains("?") ? "&" : "?") + "lang=" + words(request).language();
        return new ControlAnswer(303, null, Map.of("Location", path + language));
    }

    private static ControlAnswer page(ControlRequest request, int status, String html) {
        return new ControlAnswer(status, html.getBytes(StandardCharsets.UTF_8), Map.of())
                .with("Content-Type", "text/html; charset=utf-8")
                .with("Content-Language", words(request).language())
                .with("Vary", "Accept-Language")
                // With no-referrer a browser would not say that a form is from our own page.
                .with("Referrer-Policy", "same-origin");
    }

    private IntakePages pages(ControlRequest request) {
        return new IntakePages(words(request), controller, contact, rules);
    }

    private static Words words(ControlRequest request) {
        return Words.of(
                IntakePages.LANGUAGES, request.query("lang").orElse(""), request.languages());
    }

    private Intake intake() {
        if (intake == null) {
            throw Fault.of(FaultCode.NOT_FOUND, "this form is turned off here").asException();
        }
        return intake;
    }
}
