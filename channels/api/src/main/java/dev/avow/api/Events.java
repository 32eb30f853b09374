package dev.avow.api;

import dev.avow.json.JsonSplice;
import dev.avow.words.Fault;
import dev.avow.words.Route;
import io.vertx.core.buffer.Buffer;
import java.util.Map;

/** Server-sent events (WHATWG HTML, section 9.2) as each route has them. */
final class Events {

    private Events() {}

    /** An event; its name is empty where the route's events have none. */
    static void append(Buffer out, String name, byte[] json) {
        if (!name.isEmpty()) {
            out.appendString("event: ").appendString(name).appendString("\n");
        }
        byte[] line = holdsLineEnd(json) ? onOneLine(json) : json;
        out.appendString("data: ").appendBytes(line).appendString("\n\n");
    }

    /** What says that a stream ended as it should, where the route has such a thing. */
    static void appendEnd(Buffer out, Route route) {
        if (route == Route.CHAT_COMPLETIONS) {
            out.appendString("data: [DONE]\n\n");
        }
    }

    /** A fault in the middle of a stream. */
    static Buffer fault(Route route, Fault fault, Map<String, String> more) {
        Buffer out = Buffer.buffer(256);
        switch (route) {
            case RESPONSES -> append(out, "error", responsesError(fault));
            case MESSAGES, COUNT_TOKENS ->
                    append(out, "error", AnthropicErrors.body(fault, more).getBytes());
            case CHAT_COMPLETIONS,
                    EMBEDDINGS,
                    IMAGE_GENERATIONS,
                    IMAGE_EDITS,
                    IMAGE_VARIATIONS,
                    SPEECH,
                    TRANSCRIPTIONS,
                    TRANSLATIONS,
                    RERANK ->
                    append(out, "", OpenAiErrors.body(fault, more).getBytes());
        }
        return out;
    }

    /** OpenAI's API reference, "Responses: streaming events", {@code error}. */
    private static byte[] responsesError(Fault fault) {
        StringBuilder json = new StringBuilder("{\"type\":\"error\",\"sequence_number\":0");
        json.append(",\"code\":\"").append(fault.code().id()).append("\",\"message\":\"");
        JsonSplice.escape(fault.message(), json);
        return Buffer.buffer(json.append("\",\"param\":null}").toString()).getBytes();
    }

    /** A line end inside JSON stands between tokens only; in an event it would end the line. */
    private static boolean holdsLineEnd(byte[] json) {
        for (byte b : json) {
            if (b == '\n' || b == '\r') {
                return true;
            }
        }
        return false;
    }

    private static byte[] onOneLine(byte[] json) {
        byte[] line = json.clone();
        for (int i = 0; i < line.length; i++) {
            if (line[i] == '\n' || line[i] == '\r') {
                line[i] = ' ';
            }
        }
        return line;
    }
}
