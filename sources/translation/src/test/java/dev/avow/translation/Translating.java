package dev.avow.translation;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.avow.wire.AnswerTranslator;
import dev.avow.wire.Translated;
import dev.avow.wire.Translation;
import dev.avow.words.Fault;
import dev.avow.words.FaultException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Says requests and answers as text, and reads what was made of them. */
final class Translating {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Translating() {}

    static Translated.Elsewhere asked(Translation translation, String body) {
        return (Translated.Elsewhere) translation.of(bytes(body));
    }

    static JsonNode request(Translation translation, String body) {
        return json(asked(translation, body).body());
    }

    static Fault refused(Translation translation, String body) {
        return failing(() -> translation.of(bytes(body)));
    }

    static Fault failing(Runnable work) {
        FaultException failed = catchThrowableOfType(FaultException.class, work::run);
        if (failed == null) {
            throw new AssertionError("nothing failed");
        }
        return failed.fault();
    }

    static JsonNode whole(Translation translation, String asked, String answer) {
        return json(asked(translation, asked).answers().whole(bytes(answer)));
    }

    static List<JsonNode> stream(Translation translation, String asked, String... events) {
        AnswerTranslator answers = asked(translation, asked).answers();
        List<JsonNode> told = new ArrayList<>();
        for (String event : events) {
            answers.event(bytes(event)).forEach(each -> told.add(json(each)));
        }
        answers.end().forEach(each -> told.add(json(each)));
        return told;
    }

    static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    private static JsonNode json(byte[] bytes) {
        return JSON.readTree(bytes);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
