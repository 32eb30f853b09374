package dev.avow.intake;

import static dev.avow.trust.PublicPage.escaped;

import dev.avow.requests.Law;
import dev.avow.requests.RequestKind;
import dev.avow.trust.Words;
import java.util.List;
import java.util.Map;

/** The fields of the form, each with what it is for and what is wrong with it. */
record IntakeFields(Words words, Filled filled, StringBuilder html) {

    /** All of them; the last is for programs, which fill in what people do not see. */
    void write() {
        begin("kind", "form.kind");
        select("kind", List.of(RequestKind.values()).stream().map(RequestKind::id).toList());
        error("kind");
        begin("law", "form.place");
        select("law", List.of(Law.values()).stream().map(Law::id).toList());
        hint("law", "form.place.hint");
        error("law");
        begin("email", "form.email");
        html.append("<input id=\"email\" name=\"email\" type=\"email\" required maxlength=\"254\"");
        html.append(" autocomplete=\"email\" value=\"").append(escaped(filled.email()));
        html.append('"');
        state("email");
        html.append('>');
        hint("email", "form.email.hint");
        error("email");
        begin("details", "form.details");
        html.append("<textarea id=\"details\" name=\"details\" maxlength=\"");
        html.append(IntakeForm.LONGEST_DETAILS).append('"');
        state("details");
        html.append(">\n").append(escaped(filled.details())).append("</textarea>");
        hint("details", "form.details.hint");
        error("details");
        html.append("<div class=\"trap\" aria-hidden=\"true\"><label for=\"website\">");
        html.append(escaped(words.text("form.trap"))).append("</label><input id=\"website\"");
        html.append(" name=\"website\" tabindex=\"-1\" autocomplete=\"off\"></div>\n");
    }

    private void begin(String name, String label) {
        html.append("<div><label for=\"").append(name).append("\">");
        html.append(escaped(words.text(label))).append("</label>");
    }

    private void select(String name, List<String> ids) {
        String chosen = name.equals("kind") ? filled.kind() : filled.law();
        html.append("<select id=\"").append(name).append("\" name=\"").append(name).append('"');
        state(name);
        html.append('>');
        for (String each : ids) {
            html.append("<option value=\"").append(each);
            html.append(each.equals(chosen) ? "\" selected>" : "\">");
            html.append(escaped(words.text(name + "." + each))).append("</option>");
        }
        html.append("</select>");
    }

    private void state(String name) {
        if (!name.equals("kind")) {
            html.append(" aria-describedby=\"").append(name).append("-hint\"");
        }
        if (name.equals(filled.wrong())) {
            html.append(" aria-invalid=\"true\"");
        }
    }

    private void hint(String name, String text) {
        html.append("<p class=\"hint\" id=\"").append(name).append("-hint\">");
        html.append(escaped(words.text(text, most()))).append("</p>");
    }

    private void error(String name) {
        if (name.equals(filled.wrong())) {
            html.append("<p class=\"error\" role=\"alert\">");
            html.append(escaped(words.text("error." + name, most()))).append("</p>");
        }
        html.append("</div>\n");
    }

    private static Map<String, Object> most() {
        return Map.of("most", IntakeForm.LONGEST_DETAILS);
    }

    @Override
    public String toString() {
        return "IntakeFields";
    }
}
