package dev.avow.record;

import dev.avow.json.JsonSplice;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Rows as one JSON array of objects. Members that are null are left out. For one thread. */
final class RowsJson {

    private final StringBuilder json = new StringBuilder(1_024).append('[');
    private boolean firstMember;

    /** Adds a row, whose members the writer adds. */
    void add(Consumer<RowsJson> writer) {
        json.append(isEmpty() ? "{" : ",{");
        firstMember = true;
        writer.accept(this);
        json.append('}');
    }

    boolean isEmpty() {
        return json.length() == 1;
    }

    void text(String name, @Nullable String value) {
        if (value != null) {
            name(name);
            JsonSplice.quote(value, json);
        }
    }

    /** A member whose value is JSON already. */
    void raw(String name, @Nullable String value) {
        if (value != null) {
            name(name);
            json.append(value);
        }
    }

    private void name(String name) {
        json.append(firstMember ? "\"" : ",\"").append(name).append("\":");
        firstMember = false;
    }

    String json() {
        return json + "]";
    }
}
