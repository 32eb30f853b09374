package dev.avow.app;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the fake provider says on the routes for images and audio (OpenAI's API reference, "The
 * image generation response", "The transcription object", "Create speech").
 */
final class FakeMedia {

    /** What it says when it speaks: an MP3's head and noise that is the same each time. */
    static final byte[] SPEECH = speech();

    private static final int PIECE = 4_000;

    private FakeMedia() {}

    static ObjectNode picture(String said) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("created", 1_767_225_600);
        answer.putArray("data")
                .addObject()
                .put("b64_json", Base64.getEncoder().encodeToString(Form.PNG))
                .put("revised_prompt", said);
        answer.putObject("usage")
                .put("input_tokens", 11)
                .put("output_tokens", 13)
                .put("total_tokens", 24)
                .putObject("input_tokens_details")
                .put("text_tokens", 11)
                .put("image_tokens", 0);
        return answer;
    }

    static void speak(HttpServerResponse response) {
        response.setChunked(true).putHeader("Content-Type", "audio/mpeg");
        for (int at = 0; at < SPEECH.length; at += PIECE) {
            response.write(
                    Buffer.buffer().appendBytes(SPEECH, at, Math.min(PIECE, SPEECH.length - at)));
        }
        response.end();
    }

    static void transcript(HttpServerResponse response, JsonNode request, String said) {
        switch (request.path("response_format").asString("json")) {
            case "text" -> text(response, said + "\n");
            case "srt" -> text(response, "1\n00:00:00,000 --> 00:00:01,000\n" + said + "\n\n");
            case "vtt" ->
                    text(response, "WEBVTT\n\n00:00:00.000 --> 00:00:01.000\n" + said + "\n\n");
            case "verbose_json" -> FakeOpenAi.json(response, 200, verbose(said));
            default -> {
                ObjectNode answer = JsonNodeFactory.instance.objectNode().put("text", said);
                answer.putObject("usage").put("type", "duration").put("seconds", 1);
                FakeOpenAi.json(response, 200, answer);
            }
        }
    }

    private static ObjectNode verbose(String said) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("task", "transcribe").put("language", "english").put("duration", 1.0);
        answer.put("text", said);
        ObjectNode segment = answer.putArray("segments").addObject();
        segment.put("id", 0).put("seek", 0).put("start", 0.0).put("end", 1.0).put("text", said);
        segment.putArray("tokens");
        segment.put("temperature", 0.0).put("avg_logprob", -0.1);
        segment.put("compression_ratio", 1.0).put("no_speech_prob", 0.0);
        return answer;
    }

    private static void text(HttpServerResponse response, String text) {
        response.putHeader("Content-Type", "text/plain; charset=utf-8").end(text);
    }

    private static byte[] speech() {
        byte[] speech = new byte[300_000];
        new java.util.Random(7).nextBytes(speech);
        System.arraycopy(new byte[] {'I', 'D', '3'}, 0, speech, 0, 3);
        return speech;
    }
}
