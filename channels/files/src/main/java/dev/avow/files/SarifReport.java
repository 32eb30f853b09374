package dev.avow.files;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Static Analysis Results Interchange Format 2.1.0 (OASIS): a rule for each type of finding, a
 * result for each finding, a notification for each file that was not wholly looked at.
 */
final class SarifReport {

    private SarifReport() {}

    static void write(List<FileReport> reports, Writer out) throws IOException {
        try (JsonGenerator json =
                JsonFactory.builder()
                        .disable(tools.jackson.core.StreamWriteFeature.AUTO_CLOSE_TARGET)
                        .build()
                        .createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            json.writeStringProperty("version", "2.1.0");
            json.writeArrayPropertyStart("runs");
            json.writeStartObject();
            tool(json, reports);
            json.writeStringProperty("columnKind", "utf16CodeUnits");
            json.writeArrayPropertyStart("results");
            for (FileReport report : reports) {
                report.places().forEach(at -> result(json, report, at));
            }
            json.writeEndArray();
            invocation(json, reports);
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }
        out.write('\n');
        out.flush();
    }

    private static void tool(JsonGenerator json, List<FileReport> reports) {
        json.writeObjectPropertyStart("tool");
        json.writeObjectPropertyStart("driver");
        json.writeStringProperty("name", "Avow");
        json.writeArrayPropertyStart("rules");
        for (String type : Summary.of(reports).byType().keySet()) {
            json.writeStartObject();
            json.writeStringProperty("id", type);
            json.writeObjectPropertyStart("shortDescription");
            json.writeStringProperty("text", "Personal data or a secret: " + type);
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void result(JsonGenerator json, FileReport report, Place at) {
        json.writeStartObject();
        json.writeStringProperty("ruleId", at.finding().type().id());
        json.writeStringProperty("level", "warning");
        json.writeObjectPropertyStart("message");
        json.writeStringProperty("text", at.finding().type().id() + " stands here");
        json.writeEndObject();
        json.writeNumberProperty("rank", Math.round(at.finding().confidence() * 1000) / 10.0);
        json.writeArrayPropertyStart("locations");
        json.writeStartObject();
        json.writeObjectPropertyStart("physicalLocation");
        location(json, report);
        json.writeObjectPropertyStart("region");
        json.writeNumberProperty("startLine", at.line());
        json.writeNumberProperty("startColumn", at.column());
        json.writeNumberProperty("charOffset", at.finding().start());
        json.writeNumberProperty("charLength", at.finding().length());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void location(JsonGenerator json, FileReport report) {
        json.writeObjectPropertyStart("artifactLocation");
        json.writeStringProperty("uri", uri(report));
        json.writeEndObject();
    }

    /** Relative where the file was named so, with slashes, percent-encoded. */
    private static String uri(FileReport report) {
        String absolute = report.file().toAbsolutePath().normalize().toUri().getRawPath();
        if (report.file().isAbsolute()) {
            return "file://" + absolute;
        }
        String here = java.nio.file.Path.of("").toAbsolutePath().toUri().getRawPath();
        String folder = here.endsWith("/") ? here : here + "/";
        return absolute.startsWith(folder) ? absolute.substring(folder.length()) : absolute;
    }

    private static void invocation(JsonGenerator json, List<FileReport> reports) {
        json.writeArrayPropertyStart("invocations");
        json.writeStartObject();
        json.writeBooleanProperty("executionSuccessful", true);
        json.writeArrayPropertyStart("toolExecutionNotifications");
        for (FileReport report : reports) {
            String gap = report.gap();
            if (gap != null) {
                json.writeStartObject();
                json.writeStringProperty("level", "error");
                json.writeObjectPropertyStart("message");
                json.writeStringProperty("text", "not wholly looked at: " + gap);
                json.writeEndObject();
                json.writeArrayPropertyStart("locations");
                json.writeStartObject();
                json.writeObjectPropertyStart("physicalLocation");
                location(json, report);
                json.writeEndObject();
                json.writeEndObject();
                json.writeEndArray();
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }
}
