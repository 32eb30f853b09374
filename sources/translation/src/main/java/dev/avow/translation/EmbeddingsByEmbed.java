package dev.avow.translation;

import dev.avow.wire.Framing;
import dev.avow.wire.Target;
import dev.avow.wire.Translated;
import dev.avow.wire.Translation;
import java.util.Map;
import java.util.Set;

/**
 * {@code /v1/embeddings} for Cohere's {@code /v2/embed} (Cohere's API reference, "Embed API (v2)";
 * OpenAI's, "Create embeddings"). What a text is for, which OpenAI's API has no member for, is a
 * document to search unless the caller says so in Cohere's own words. Safe for any thread.
 */
public final class EmbeddingsByEmbed implements Translation {

    private static final String API = "Cohere's API";
    private static final String PURPOSE = "search_document";

    /** Moved as they came: Cohere's own, as extra members. */
    private static final Set<String> OWN = Set.of("input_type", "truncate", "max_tokens");

    private static final Set<String> KNOWN =
            Set.of("model", "input", "dimensions", "encoding_format", "user");

    /** How vectors may come: OpenAI's word, and Cohere's. */
    private static final Map<String, String> FORMATS = Map.of("float", "float", "base64", "base64");

    @Override
    public Translated of(byte[] body) {
        Value asked = Faults.request(body);
        asked.members()
                .forEach((name, value) -> {
                    if (!value.isAbsent() && !KNOWN.contains(name) && !OWN.contains(name)) {
                        throw Faults.notCarried(value, API);
                    }
                });
        Value format = asked.get("encoding_format");
        String type = format.isAbsent() ? "float" : FORMATS.get(format.text());
        if (type == null) {
            throw Faults.wrong(format, "an encoding_format is float or base64");
        }
        Writer out = new Writer().open('{').move("model", asked.get("model"));
        out.name("texts");
        Value input = asked.get("input");
        if (input.isString()) {
            out.open('[').text(input.text()).close(']');
        } else {
            out.raw(input.raw());
        }
        if (asked.get("input_type").isAbsent()) {
            out.member("input_type", PURPOSE);
        }
        OWN.stream().sorted().forEach(name -> out.move(name, asked.get(name)));
        out.name("embedding_types").open('[').text(type).close(']');
        out.move("output_dimension", asked.get("dimensions")).close('}');
        return new Translated.Elsewhere(
                Target.at("/v2/embed", Framing.BY_TYPE),
                out.bytes(),
                new EmbedAnswers(asked.get("model").text(), type));
    }
}
