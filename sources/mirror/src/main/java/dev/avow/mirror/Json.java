package dev.avow.mirror;

import dev.avow.json.JsonSplice;
import java.nio.charset.StandardCharsets;

/** Writes what is too small for a library. */
final class Json {

    private Json() {}

    static String quote(String text) {
        return new String(JsonSplice.quote(text), StandardCharsets.UTF_8);
    }

    static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
