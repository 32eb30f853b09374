package dev.avow.files;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** One object: {@code version}, {@code files}, {@code summary}. */
final class JsonReport {

    private JsonReport() {}

    static void write(List<FileReport> reports, Writer out) throws IOException {
        try (JsonGenerator json =
                JsonFactory.builder()
                        .disable(tools.jackson.core.StreamWriteFeature.AUTO_CLOSE_TARGET)
                        .build()
                        .createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeNumberProperty("version", 1);
            json.writeArrayPropertyStart("files");
            for (FileReport report : reports) {
                file(json, report);
            }
            json.writeEndArray();
            summary(json, Summary.of(reports));
            json.writeEndObject();
        }
        out.write('\n');
        out.flush();
    }

    private static void file(JsonGenerator json, FileReport report) {
        json.writeStartObject();
        json.writeStringProperty("file", report.file().toString());
        text(json, "media_type", report.mediaType());
        text(json, "gap", report.gap());
        text(json, "ignored", report.ignored());
        json.writeArrayPropertyStart("findings");
        for (Place at : report.places()) {
            json.writeStartObject();
            json.writeStringProperty("type", at.finding().type().id());
            json.writeNumberProperty("tier", at.finding().type().tier());
            json.writeNumberProperty("line", at.line());
            json.writeNumberProperty("column", at.column());
            json.writeNumberProperty("start", at.finding().start());
            json.writeNumberProperty("end", at.finding().end());
            json.writeNumberProperty("confidence", at.finding().confidence());
            json.writeStringProperty(
                    "reason", at.finding().reason().name().toLowerCase(Locale.ROOT));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void summary(JsonGenerator json, Summary sum) {
        json.writeObjectPropertyStart("summary");
        json.writeNumberProperty("files", sum.files());
        json.writeNumberProperty("files_with_findings", sum.withFindings());
        json.writeNumberProperty("findings", sum.findings());
        json.writeNumberProperty("gaps", sum.gaps());
        json.writeNumberProperty("ignored", sum.ignored());
        json.writeObjectPropertyStart("by_type");
        sum.byType().forEach(json::writeNumberProperty);
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, @Nullable String value) {
        if (value != null) {
            json.writeStringProperty(name, value);
        }
    }
}
