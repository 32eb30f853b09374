package dev.avow.record;

import dev.avow.words.Charge;
import java.lang.reflect.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows of interactions as arrays, one for each column, of which {@code unnest} makes a set. (As
 * JSON they cost the server twice the processor time, most of it to read them.) For one thread.
 */
final class NewRows {

    /** A column that is given. */
    private enum Column {
        TENANT_ID("uuid"),
        ID("uuid"),
        OCCURRED_AT("timestamptz"),
        USER_ID("uuid"),
        API_KEY_ID("uuid"),
        CHANNEL("text"),
        PLATFORM_ID("text"),
        MODEL("text"),
        PROMPT_HASH("text"),
        CONTENT_LENGTH("int4", Integer.class),
        CLASSIFICATIONS("jsonb"),
        POLICY_APPLIED("text"),
        POLICY_ACTION("text"),
        RISK_SCORE("float4", Float.class),
        HOSTNAME("text"),
        CLIENT_VERSION("text"),
        BROWSER("text"),
        SHADOW("jsonb"),
        JUSTIFICATION("int4", Integer.class),
        RECEIVED_BY("jsonb"),
        STATUS("text"),
        RESPONSE_HASH("text"),
        TOKENS_IN("int4", Integer.class),
        TOKENS_OUT("int4", Integer.class),
        DURATION_MS("int4", Integer.class),
        CHARGED_PICOS("int8", Long.class),
        CHARGED_TOKENS("int8", Long.class);

        private final String type;
        private final Class<?> sentAs;

        /** One that is sent as text, whatever it is. */
        Column(String type) {
            this(type, String.class);
        }

        Column(String type, Class<?> sentAs) {
            this.type = type;
            this.sentAs = sentAs;
        }

        private String parameter() {
            return "?::" + type + "[]";
        }

        private String sqlName() {
            return name().toLowerCase(Locale.ROOT);
        }

        private String sentType() {
            return sentAs == String.class ? "text" : type;
        }
    }

    private static final List<Column> COLUMNS = List.of(Column.values());

    /** All columns' names, in the order of the set. */
    static final String NAMES =
            COLUMNS.stream().map(Column::sqlName).collect(Collectors.joining(", "));

    /** The set; its parameters are those that {@link #bind} binds. */
    static final String SET =
            "unnest(%s) AS r (%s)"
                    .formatted(
                            COLUMNS.stream()
                                    .map(Column::parameter)
                                    .collect(Collectors.joining(", ")),
                            NAMES);

    private final List<Map<Column, @Nullable Object>> rows = new ArrayList<>();

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Adds a use, as it began and, where it has, as it ended. */
    void add(Opening o, @Nullable Ending e) {
        Platform answered = e == null ? null : e.answered();
        String found = e == null ? null : e.classificationsJson();
        String received = e == null ? null : Aside.json(e.receivedBy());
        Charge charge = e == null ? o.reserved() : e.charge();
        Map<Column, @Nullable Object> row = new EnumMap<>(Column.class);
        row.put(Column.TENANT_ID, o.tenant().toString());
        row.put(Column.ID, o.id().toString());
        row.put(Column.OCCURRED_AT, o.at().toString());
        row.put(Column.USER_ID, text(o.userId()));
        row.put(Column.API_KEY_ID, text(o.apiKeyId()));
        row.put(Column.CHANNEL, o.channel());
        row.put(Column.PLATFORM_ID, answered == null ? o.platformId() : answered.id());
        row.put(Column.MODEL, answered == null ? o.model() : answered.model());
        row.put(Column.PROMPT_HASH, o.promptHash());
        row.put(Column.CONTENT_LENGTH, o.contentLength());
        row.put(Column.CLASSIFICATIONS, found != null ? found : o.classificationsJson());
        row.put(Column.POLICY_APPLIED, o.policyApplied());
        row.put(Column.POLICY_ACTION, o.policyAction());
        row.put(Column.RISK_SCORE, (float) o.riskScore());
        row.put(Column.HOSTNAME, answered == null ? o.hostname() : answered.hostname());
        row.put(Column.CLIENT_VERSION, o.clientVersion());
        row.put(Column.BROWSER, o.browser());
        row.put(Column.SHADOW, o.aside().shadowJson());
        row.put(Column.JUSTIFICATION, o.aside().justification());
        row.put(Column.RECEIVED_BY, received == null ? o.aside().receivedByJson() : received);
        row.put(Column.STATUS, e == null ? "started" : e.status().id());
        if (e != null) {
            row.put(Column.RESPONSE_HASH, e.responseHash());
            row.put(Column.TOKENS_IN, e.tokensIn());
            row.put(Column.TOKENS_OUT, e.tokensOut());
            row.put(Column.DURATION_MS, e.durationMillis());
        }
        row.put(Column.CHARGED_PICOS, charge.picos());
        row.put(Column.CHARGED_TOKENS, charge.tokens());
        rows.add(row);
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    int size() {
        return rows.size();
    }

    /**
     * Binds rows to a statement that has {@link #SET}'s parameters and no others.
     *
     * @param from the first of them
     * @param to the one after the last of them
     */
    void bind(PreparedStatement statement, int from, int to) throws SQLException {
        Connection connection = statement.getConnection();
        int parameter = 1;
        for (Column column : COLUMNS) {
            @Nullable Object[] values = (Object[]) Array.newInstance(column.sentAs, to - from);
            Arrays.setAll(values, i -> rows.get(from + i).get(column));
            statement.setArray(parameter++, connection.createArrayOf(column.sentType(), values));
        }
    }
}
