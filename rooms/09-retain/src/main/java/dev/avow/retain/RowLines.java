package dev.avow.retain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Rows of the database as JSON. Made here and not by the database, which takes three times as long
 * for it. Not safe for more than one thread.
 *
 * <p>A frame's first line is an array: an empty string, then the columns' names. Each other line is
 * a row, an array too: a string of hexadecimal digits, whose bit <i>n</i> (from 0, the last digit
 * is of the lowest bits) says that column <i>n</i>'s value follows; the others are as in the line
 * before. A person's rows have most values in common, and what is not written need not be
 * compressed. In {@code avow-archive/3} there was no such string, and each line gave all values.
 */
final class RowLines {

    private static final JsonMapper JSON = new JsonMapper();

    /** The name of what says which values a line gives; no column has it. */
    private static final String GIVEN = "[\"\"";

    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

    /** Of how many rows the ends of values stand in one array. */
    private static final int ROWS_OF_ENDS = 256;

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
    private final String names;

    /** Where values of many rows end; an array for each row would be one more to each. */
    private int[] ends = new int[0];

    private int endsUsed;

    /**
     * @param count the columns that are written; those behind them are not
     */
    RowLines(ResultSetMetaData of, int count) throws SQLException {
        bytes.put(GIVEN);
        for (int column = 1; column <= count; column++) {
            Writer writer = WRITERS.get(of.getColumnTypeName(column));
            if (writer == null) {
                throw new IllegalStateException(
                        "no values of the type "
                                + of.getColumnTypeName(column)
                                + " can be archived; RowLines must learn to write them");
            }
            columns.add(writer);
            bytes.put(',');
            bytes.string(of.getColumnName(column).getBytes(StandardCharsets.UTF_8));
        }
        bytes.put("]\n");
        this.names = new String(bytes.array(), 0, bytes.length(), StandardCharsets.UTF_8);
    }

    /** The names of the columns, a line. */
    String names() {
        return names;
    }

    /** The row at which the cursor is: its values, each as JSON, without anything between. */
    RowText text(ResultSet row) throws SQLException {
        int begin = bytes.begin();
        int count = columns.size();
        if (ends.length - endsUsed < count) {
            ends = new int[count * ROWS_OF_ENDS];
            endsUsed = 0;
        }
        int first = endsUsed;
        for (int column = 0; column < count; column++) {
            if (!columns.get(column).write(row, column + 1, bytes)) {
                bytes.put(NULL);
            }
            ends[first + column] = bytes.length();
        }
        endsUsed += count;
        return new RowText(bytes.array(), begin, ends, first, count);
    }

    /** Lines as objects, each on one line. Those of earlier archives are objects already. */
    static List<String> objects(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().startsWith("[")) {
            return lines;
        }
        JsonNode names = JSON.readTree(lines.getFirst());
        boolean changesAlone = names.path(0).stringValue().isEmpty();
        ObjectNode object = JSON.createObjectNode();
        List<String> objects = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            JsonNode values = JSON.readTree(line);
            if (changesAlone) {
                change(object, names, values);
            } else {
                for (int column = 0; column < names.size(); column++) {
                    object.set(names.path(column).stringValue(), values.path(column));
                }
            }
            objects.add(JSON.writeValueAsString(object));
        }
        return objects;
    }

    private static void change(ObjectNode object, JsonNode names, JsonNode values) {
        BigInteger given = new BigInteger(values.path(0).stringValue(), 16);
        int next = 1;
        for (int column = 0; column < names.size() - 1; column++) {
            if (given.testBit(column)) {
                object.set(names.path(column + 1).stringValue(), values.path(next++));
            }
        }
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
        UUID id = RowValues.uuid(row, column);
        if (id != null) {
            to.uuid(id);
        }
        return id != null;
    }

    private static boolean time(ResultSet row, int column, JsonBytes to) throws SQLException {
        Instant time = RowValues.time(row, column);
        if (time != null) {
            to.time(time);
        }
        return time != null;
    }

    private static boolean integer(ResultSet row, int column, JsonBytes to) throws SQLException {
        long value = row.getLong(column);
        boolean there = !row.wasNull();
        if (there) {
            to.put(value);
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
