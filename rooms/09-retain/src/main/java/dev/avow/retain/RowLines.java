package dev.avow.retain;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rows of the database as lines of JSON: an array of the columns' names, and for each row an array
 * of its values. Made here and not by the database, which takes three times as long for it. Not
 * safe for more than one thread.
 */
final class RowLines {

    private static final JsonMapper JSON = new JsonMapper();
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

    private interface Writer {
        /** Writes a value; whether there was one. */
        boolean write(ResultSet row, int column, JsonBytes to) throws SQLException;
    }

    /** By the names of types that PostgreSQL has. */
    private static final Map<String, Writer> WRITERS =
            Map.of(
                    "text", RowLines::text,
                    "jsonb", RowLines::json,
                    "uuid", RowLines::uuid,
                    "timestamptz", RowLines::time,
                    "int4", RowLines::integer,
                    "int8", RowLines::integer,
                    "float4", RowLines::real,
                    "numeric", RowLines::numeric);

    private final List<Writer> columns = new ArrayList<>();
    private final JsonBytes bytes = new JsonBytes();
    private final ByteBuffer names;

    /**
     * @param count the columns that are written; those behind them are not
     */
    RowLines(ResultSetMetaData of, int count) throws SQLException {
        bytes.put('[');
        for (int column = 1; column <= count; column++) {
            Writer writer = WRITERS.get(of.getColumnTypeName(column));
            if (writer == null) {
                throw new IllegalStateException(
                        "no values of the type "
                                + of.getColumnTypeName(column)
                                + " can be archived; RowLines must learn to write them");
            }
            columns.add(writer);
            separate(column);
            bytes.string(of.getColumnName(column).getBytes(StandardCharsets.UTF_8));
        }
        bytes.put("]\n");
        this.names = bytes.from(0);
    }

    /** The names of the columns, a line. */
    ByteBuffer names() {
        return names;
    }

    /** The row at which the cursor is, a line. */
    ByteBuffer line(ResultSet row) throws SQLException {
        int begin = bytes.length();
        bytes.put('[');
        for (int column = 1; column <= columns.size(); column++) {
            separate(column);
            if (!columns.get(column - 1).write(row, column, bytes)) {
                bytes.put(NULL);
            }
        }
        bytes.put("]\n");
        return bytes.from(begin);
    }

    private void separate(int column) {
        if (column > 1) {
            bytes.put(',');
        }
    }

    /** Lines as objects, each on one line. Those of earlier archives are objects already. */
    static List<String> objects(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().startsWith("[")) {
            return lines;
        }
        JsonNode names = JSON.readTree(lines.getFirst());
        return lines.stream().skip(1).map(line -> object(names, JSON.readTree(line))).toList();
    }

    private static String object(JsonNode names, JsonNode values) {
        ObjectNode object = JSON.createObjectNode();
        for (int column = 0; column < names.size(); column++) {
            object.set(names.path(column).stringValue(), values.path(column));
        }
        return JSON.writeValueAsString(object);
    }

    private static boolean text(ResultSet row, int column, JsonBytes to) throws SQLException {
        byte[] utf8 = row.getBytes(column);
        if (utf8 != null) {
            to.string(utf8);
        }
        return utf8 != null;
    }

    private static boolean json(ResultSet row, int column, JsonBytes to) throws SQLException {
        byte[] json = row.getBytes(column);
        if (json != null) {
            to.put(json);
        }
        return json != null;
    }

    private static boolean uuid(ResultSet row, int column, JsonBytes to) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        if (id != null) {
            to.uuid(id);
        }
        return id != null;
    }

    private static boolean time(ResultSet row, int column, JsonBytes to) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        if (time != null) {
            Instant at = time.toInstant();
            to.put('"');
            to.put(at.toString());
            to.put('"');
        }
        return time != null;
    }

    private static boolean integer(ResultSet row, int column, JsonBytes to) throws SQLException {
        long value = row.getLong(column);
        boolean there = !row.wasNull();
        if (there) {
            to.put(Long.toString(value));
        }
        return there;
    }

    /** What is not finite becomes a string, as PostgreSQL does it and reads it. */
    private static boolean real(ResultSet row, int column, JsonBytes to) throws SQLException {
        float value = row.getFloat(column);
        boolean there = !row.wasNull();
        if (there) {
            String text = Float.toString(value);
            to.put(Float.isFinite(value) ? text : "\"" + text + "\"");
        }
        return there;
    }

    private static boolean numeric(ResultSet row, int column, JsonBytes to) throws SQLException {
        BigDecimal value = row.getBigDecimal(column);
        if (value != null) {
            to.put(value.toPlainString());
        }
        return value != null;
    }
}
