package dev.avow.training.names;

import dev.avow.detector.names.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads labelled texts that are JSON. */
final class JsonReaders {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private JsonReaders() {}

    /** The clinical cases of MEDDOCAN: one object per line, places in code points. */
    static List<Example> meddocan(Path file) throws IOException {
        List<Example> examples = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode node = MAPPER.readTree(line);
            examples.add(
                    example(
                            node.get("text").asString(),
                            node.get("spans"),
                            "start",
                            "end",
                            "type"));
        }
        return examples;
    }

    /**
     * The generated sentences of presidio-research: an array.
     *
     * @param templates which templates' sentences, by number
     */
    static List<Example> presidio(Path file, IntPredicate templates) throws IOException {
        List<Example> examples = new ArrayList<>();
        for (JsonNode node : MAPPER.readTree(Files.readString(file))) {
            if (!templates.test(node.get("template_id").asInt())) {
                continue;
            }
            examples.add(
                    example(
                            node.get("full_text").asString(),
                            node.get("spans"),
                            "start_position",
                            "end_position",
                            "entity_type"));
        }
        return examples;
    }

    private static Example example(
            String text, JsonNode spans, String start, String end, String type) {
        List<Example.Label> labels = new ArrayList<>();
        for (JsonNode span : spans) {
            int tag = tag(span.get(type).asString());
            int from = text.offsetByCodePoints(0, span.get(start).asInt());
            int to = text.offsetByCodePoints(0, span.get(end).asInt());
            if (tag != Tag.OUTSIDE && to > from) {
                labels.add(new Example.Label(from, to, tag));
            }
        }
        labels.sort(Comparator.comparingInt(Example.Label::start));
        return new Example(text, labels);
    }

    private static int tag(String type) {
        return switch (type) {
            case "PERSON", "NOMBRE_SUJETO_ASISTENCIA", "NOMBRE_PERSONAL_SANITARIO" -> Tag.PERSON;
            case "ORGANIZATION", "HOSPITAL", "INSTITUCION", "CENTRO_SALUD" -> Tag.ORGANIZATION;
            case "LOCATION", "TERRITORIO", "PAIS" -> Tag.LOCATION;
            default -> Tag.OUTSIDE;
        };
    }
}
