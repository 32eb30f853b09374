package dev.avow.translation;

import dev.avow.json.JsonSplice;
import java.nio.charset.StandardCharsets;

/** Writes a JSON document from left to right. Commas come by themselves. For one thread. */
final class Writer {

    private final StringBuilder out = new StringBuilder(512);
    private boolean comma;

    Writer open(char bracket) {
        separate();
        out.append(bracket);
        comma = false;
        return this;
    }

    Writer close(char bracket) {
        out.append(bracket);
        comma = true;
        return this;
    }

    Writer name(String name) {
        text(name);
        out.append(':');
        comma = false;
        return this;
    }

    Writer text(String text) {
        separate();
        out.append('"');
        JsonSplice.escape(text, out);
        out.append('"');
        comma = true;
        return this;
    }

    /** JSON as it stands: a number, {@code true}, or what was read before. */
    Writer raw(String json) {
        separate();
        out.append(json);
        comma = true;
        return this;
    }

    Writer member(String name, String text) {
        return name(name).text(text);
    }

    Writer member(String name, long number) {
        return name(name).raw(Long.toString(number));
    }

    /** A member moved as it came; none where the value is absent. */
    Writer move(String name, Value value) {
        return value.isAbsent() ? this : name(name).raw(value.raw());
    }

    byte[] bytes() {
        return utf8(out.toString());
    }

    static byte[] utf8(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    /** What was written so far. */
    String json() {
        return out.toString();
    }

    private void separate() {
        if (comma) {
            out.append(',');
        }
    }

    /** Prints the length, never the text. */
    @Override
    public String toString() {
        return "Writer of " + out.length() + " chars";
    }
}
