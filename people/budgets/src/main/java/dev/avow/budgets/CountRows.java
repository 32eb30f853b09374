package dev.avow.budgets;

import dev.avow.words.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The rows of {@code budget_counts}. Whoever writes them holds {@link #lock}. */
final class CountRows {

    /** What is counted: one subject's, in one day or month. */
    record Place(Subject subject, Period period, long number) {}

    /** How much. */
    record Count(long picos, long tokens) {

        static final Count ZERO = new Count(0, 0);

        Count plus(long morePicos, long moreTokens) {
            return new Count(Tally.sum(picos, morePicos), Tally.sum(tokens, moreTokens));
        }
    }

    private static final String LOCK =
            "SELECT pg_advisory_xact_lock(hashtextextended('avow.budgets/' || :tenant, 0))";

    private static final String SHARES = "SELECT gate_node_shares(:node)";

    private static final String COUNTS_ALONE = "SELECT gate_node_counts_alone(:node)";

    private static final String ALL = "SELECT * FROM budget_counts";

    private static final String OF =
            """
            SELECT c.* FROM budget_counts c
            JOIN unnest(:levels, :subjects, :periods, :numbers) AS w (level, subject_id, period, number)
                USING (level, subject_id, period, number)
            """;

    private static final String PUT =
            """
            INSERT INTO budget_counts (tenant_id, level, subject_id, period, number, picos, tokens)
            VALUES (:tenant, :level, :subject, :period, :number, :picos, :tokens)
            ON CONFLICT (tenant_id, level, subject_id, period, number)
                DO UPDATE SET picos = excluded.picos, tokens = excluded.tokens
            """;

    private static final String FORGET = "DELETE FROM budget_counts";

    private static final String FORGET_EARLIER =
            """
            DELETE FROM budget_counts WHERE number < CASE period WHEN 'day' THEN :day ELSE :month END
            """;

    private static final String XID = "SELECT pg_current_xact_id()::text";

    private static final String COMMITTED =
            "SELECT pg_xact_status(CAST(:xid AS xid8)) = 'committed'";

    private CountRows() {}

    /** For this transaction; other nodes wait. */
    static void lock(Handle handle, TenantId tenant) {
        handle.createQuery(LOCK).bind("tenant", tenant.toString()).map((_, _) -> true).one();
    }

    /** Whether this node counts with others, which stays so until the transaction ends. */
    static boolean shares(Handle handle, UUID node) {
        return handle.createQuery(SHARES).bind("node", node).mapTo(Boolean.class).one();
    }

    /** Whether this node counts alone, which stays so until the transaction ends. */
    static boolean countsAlone(Handle handle, UUID node) {
        return handle.createQuery(COUNTS_ALONE).bind("node", node).mapTo(Boolean.class).one();
    }

    /** By what it can be told later whether this transaction was committed. */
    static String transaction(Handle handle) {
        return handle.createQuery(XID).mapTo(String.class).one();
    }

    static boolean isCommitted(Handle handle, String transaction) {
        return handle.createQuery(COMMITTED).bind("xid", transaction).mapTo(Boolean.class).one();
    }

    static Map<Place, Count> all(Handle handle) {
        Map<Place, Count> counts = new HashMap<>();
        handle.createQuery(ALL).map((row, _) -> counts.put(place(row), count(row))).list();
        return counts;
    }

    static Map<Place, Count> of(Handle handle, Collection<Place> places) {
        Map<Place, Count> counts = new HashMap<>();
        List<Place> wanted = List.copyOf(places);
        handle.createQuery(OF)
                .bind("levels", wanted.stream().map(CountRows::level).toArray(String[]::new))
                .bind("subjects", wanted.stream().map(it -> it.subject().id()).toArray(UUID[]::new))
                .bind("periods", wanted.stream().map(it -> it.period().id()).toArray(String[]::new))
                .bind("numbers", wanted.stream().map(Place::number).toArray(Long[]::new))
                .map((row, _) -> counts.put(place(row), count(row)))
                .list();
        return counts;
    }

    static void put(Handle handle, TenantId tenant, Map<Place, Count> counts) {
        if (counts.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(PUT);
        counts.forEach((place, count) ->
                batch.bind("tenant", tenant.value())
                        .bind("level", level(place))
                        .bind("subject", place.subject().id())
                        .bind("period", place.period().id())
                        .bind("number", place.number())
                        .bind("picos", count.picos())
                        .bind("tokens", count.tokens())
                        .add());
        batch.execute();
    }

    static void forget(Handle handle) {
        handle.createUpdate(FORGET).execute();
    }

    /** Of days before this one, and months before its own. */
    static void forgetEarlier(Handle handle, long day) {
        handle.createUpdate(FORGET_EARLIER)
                .bind("day", day)
                .bind("month", Period.MONTH.number(day))
                .execute();
    }

    private static String level(Place place) {
        return place.subject().level().id();
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(
                new Subject(
                        Subject.Level.of(row.getString("level")).orElseThrow(),
                        row.getObject("subject_id", UUID.class)),
                Period.valueOf(row.getString("period").toUpperCase(Locale.ROOT)),
                row.getLong("number"));
    }

    private static Count count(ResultSet row) throws SQLException {
        return new Count(row.getLong("picos"), row.getLong("tokens"));
    }
}
