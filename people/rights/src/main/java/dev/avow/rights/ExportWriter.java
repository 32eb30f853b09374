package dev.avow.rights;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the records of an export one after the other, and gives them on in parts of some 64 KiB.
 * Records of one type come together. For one thread.
 */
final class ExportWriter {

    /** What a table's columns can be: all that any record has, in a fixed order. */
    static final List<String> COLUMNS =
            List.of(
                    "type",
                    "id",
                    "timestamp",
                    "email",
                    "first_name",
                    "last_name",
                    "role",
                    "groups",
                    "status",
                    "mfa_enabled",
                    "created_at",
                    "last_login",
                    "expires_at",
                    "last_used_at",
                    "revoked_at",
                    "name",
                    "prefix",
                    "scopes",
                    "tags",
                    "period",
                    "money_micros",
                    "tokens",
                    "user_id",
                    "api_key_id",
                    "channel",
                    "platform_id",
                    "model",
                    "prompt_hash",
                    "response_hash",
                    "content_length",
                    "classifications",
                    "policy_applied",
                    "policy_action",
                    "risk_score",
                    "hostname",
                    "client_version",
                    "browser",
                    "tokens_in",
                    "tokens_out",
                    "cost",
                    "duration_ms",
                    "shadow",
                    "justification",
                    "received_by",
                    "action",
                    "purpose",
                    "text_version",
                    "text_sha256",
                    "method",
                    "note",
                    "happened_at",
                    "recorded_by",
                    "recorded_at",
                    "resource_type",
                    "resource_id",
                    "actor_id",
                    "actor_email",
                    "changes",
                    "ip_address",
                    "user_agent");

    private static final int PART = 64 << 10;
    private static final JsonMapper JSON = new JsonMapper();

    private final ExportFormat format;
    private final Consumer<byte[]> sink;
    private final ByteArrayOutputStream part = new ByteArrayOutputStream();
    private final Set<String> begun = new LinkedHashSet<>();
    private boolean first;

    ExportWriter(ExportFormat format, Consumer<byte[]> sink) {
        this.format = format;
        this.sink = sink;
    }

    /** Begins: who is asking what of whom is part of the copy. */
    void begin(ObjectNode head) {
        switch (format) {
            case JSON -> {
                String open = JSON.writeValueAsString(head);
                put(open.substring(0, open.length() - 1));
            }
            case NDJSON -> put(JSON.writeValueAsString(head) + "\n");
            case CSV -> put(String.join(",", COLUMNS) + "\r\n");
        }
    }

    /** Begins a list; empty ones are written too, so that a reader sees that nothing is there. */
    void list(String type) {
        if (format == ExportFormat.JSON) {
            put((begun.isEmpty() ? "" : "]") + ",\"" + type + "\":[");
        }
        begun.add(type);
        first = true;
    }

    /** One record of the list that was begun last; its type is that list's name. */
    void put(String type, ObjectNode values) {
        switch (format) {
            case JSON -> {
                put(first ? "" : ",");
                put(JSON.writeValueAsBytes(values));
            }
            case NDJSON -> {
                put("{\"type\":\"" + type + "\",");
                byte[] record = JSON.writeValueAsBytes(values);
                part.write(record, 1, record.length - 1);
                put("\n");
            }
            case CSV -> {
                StringBuilder line = new StringBuilder();
                for (String column : COLUMNS) {
                    line.append(line.isEmpty() ? type : ",");
                    if (!column.equals("type")) {
                        line.append(cell(values.get(column)));
                    }
                }
                put(line.append("\r\n").toString());
            }
        }
        first = false;
    }

    void end() {
        if (format == ExportFormat.JSON) {
            put("]}\n");
        }
        flush();
    }

    /**
     * Quoted as RFC 4180 says. What a spreadsheet would take for a formula gets an apostrophe
     * before it (OWASP, "CSV Injection").
     */
    private static String cell(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return "";
        }
        String text = value.isString() ? value.stringValue() : JSON.writeValueAsString(value);
        if (value.isString() && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        return isPlain(text) ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static boolean isPlain(String text) {
        return text.indexOf(',') < 0
                && text.indexOf('"') < 0
                && text.indexOf('\n') < 0
                && text.indexOf('\r') < 0;
    }

    private void put(String text) {
        put(text.getBytes(StandardCharsets.UTF_8));
    }

    private void put(byte[] text) {
        part.writeBytes(text);
        if (part.size() >= PART) {
            flush();
        }
    }

    private void flush() {
        if (part.size() > 0) {
            sink.accept(part.toByteArray());
            part.reset();
        }
    }
}
