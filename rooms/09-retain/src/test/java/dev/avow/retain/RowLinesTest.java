package dev.avow.retain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.words.TenantId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** R2: what is archived of a row is the whole row, as the database itself would tell it. */
class RowLinesTest extends RetentionSite {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String ODD =
            """
            UPDATE interactions SET model = E'a "model"\\\\ of\\ttwo\\nlines \\u0001 é 🙂',
                classifications = '[{"type": "e\\"mail", "confidence": 0.99}]', cost = 0.00000001,
                risk_score = 'NaN', charged_picos = 9007199254740993, tokens_in = -1, shadow = 'null',
                browser = ''
            WHERE id = :id
            """;

    private record Two(JsonNode ours, JsonNode theirs) {}

    /** The driver brings values as bytes of their own kind when it knows a statement. */
    @ParameterizedTest
    @ValueSource(ints = {1, 10})
    void r2_oddRow_isWhatTheDatabaseWouldTell(int times) {
        UUID id = table.add(NOW, ada);
        UUID plain = table.add(NOW.plusNanos(1_000), null);
        Two rows =
                database.tenancy()
                        .within(
                                TenantId.DEFAULT,
                                handle -> {
                                    handle.createUpdate(ODD).bind("id", id).execute();
                                    return last(handle, times);
                                });

        assertThat(rows.ours()).isEqualTo(rows.theirs());
        assertThat(rows.ours().size()).isEqualTo(2);
        assertThat(rows.ours().path(1).path("id").asString()).isEqualTo(plain.toString());
    }

    @Test
    void r2_valueAsInTheRowBefore_isNotWrittenAgain() {
        JsonBytes lines = new JsonBytes();
        RowText first = row("1", "\"a\"", "null");
        RowText second = row("2", "\"a\"", "null");
        first.writeAfter(null, new boolean[3], lines);
        second.writeAfter(first, new boolean[3], lines);
        second.writeAfter(second, new boolean[3], lines);

        List<String> written =
                new String(lines.array(), 0, lines.length(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();

        assertThat(written).containsExactly("[\"7\",1,\"a\",null]", "[\"1\",2]", "[\"0\"]");
        List<String> frame = new ArrayList<>(List.of("[\"\",\"n\",\"s\",\"none\"]"));
        frame.addAll(written);
        assertThat(RowLines.objects(frame))
                .containsExactly(
                        "{\"n\":1,\"s\":\"a\",\"none\":null}",
                        "{\"n\":2,\"s\":\"a\",\"none\":null}",
                        "{\"n\":2,\"s\":\"a\",\"none\":null}");
    }

    @Test
    void r2_frameOfAnEarlierFormat_isReadAsItWas() {
        assertThat(RowLines.objects(List.of("[\"n\",\"s\"]", "[1,\"a\"]", "[2,null]")))
                .containsExactly("{\"n\":1,\"s\":\"a\"}", "{\"n\":2,\"s\":null}");
        assertThat(RowLines.objects(List.of("{\"n\":1}"))).containsExactly("{\"n\":1}");
        assertThat(RowLines.objects(List.of())).isEmpty();
    }

    private static RowText row(String... values) {
        JsonBytes bytes = new JsonBytes();
        int[] ends = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes.put(values[i]);
            ends[i] = bytes.length();
        }
        return new RowText(bytes.array(), 0, ends, 0, ends.length);
    }

    private static Two last(Handle handle, int times) {
        Two rows = new Two(JSON.nullNode(), JSON.nullNode());
        for (int i = 0; i < times; i++) {
            rows =
                    handle.createQuery(
                                    "SELECT i.*, row_to_json(i)::text AS theirs FROM interactions i"
                                            + " ORDER BY occurred_at")
                            .scanResultSet((result, _) -> two(result.get()));
        }
        return rows;
    }

    private static Two two(ResultSet row) throws SQLException {
        int theirs = row.getMetaData().getColumnCount();
        RowLines lines = new RowLines(row.getMetaData(), theirs - 1);
        JsonBytes ours = new JsonBytes();
        StringBuilder told = new StringBuilder();
        ours.put(lines.names());
        RowText before = null;
        while (row.next()) {
            RowText text = lines.text(row);
            text.writeAfter(before, new boolean[text.values()], ours);
            before = text;
            told.append(row.getString(theirs)).append('\n');
        }
        return new Two(
                read(
                        RowLines.objects(
                                new String(ours.array(), 0, ours.length(), StandardCharsets.UTF_8)
                                        .lines()
                                        .toList())),
                read(told.toString().lines().toList()));
    }

    /** Times are the same in more than one spelling. */
    private static JsonNode read(List<String> lines) {
        var all = JSON.createArrayNode();
        for (String line : lines) {
            ObjectNode row = (ObjectNode) JSON.readTree(line);
            String at = row.path("occurred_at").asString();
            all.add(row.put("occurred_at", OffsetDateTime.parse(at).toInstant().toString()));
        }
        return all;
    }
}
