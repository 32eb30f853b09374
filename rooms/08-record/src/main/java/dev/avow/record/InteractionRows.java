package dev.avow.record;

import dev.avow.words.Charge;
import dev.avow.words.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Writes the rows of a group, each kind by few statements. (One statement for each row cost the
 * server three times the processor time; one for all keeps a processor from whoever is waiting for
 * an answer.)
 */
final class InteractionRows {

    /** Who received the text is counted from the rows themselves, so no row counts twice. */
    private static final String WRITTEN =
            """
            WITH written AS (
                INSERT INTO interactions (%1$s, cost)
                SELECT %2$s, charged_picos::numeric / 1000000000000
                FROM %3$s
            """
                    .formatted(
                            NewRows.NAMES,
                            NewRows.NAMES
                                    .replace("charged_picos", "coalesce(charged_picos, 0)")
                                    .replace("charged_tokens", "coalesce(charged_tokens, 0)"),
                            NewRows.SET);

    private static final String COUNTED =
            """
                RETURNING tenant_id, occurred_at, received_by
            )
            INSERT INTO egress_hosts AS seen (tenant_id, purpose, provider, host, region, agreement,
                first_seen, last_seen, uses)
            SELECT w.tenant_id, r.purpose, r.provider, r.host, max(r.region), max(r.agreement),
                min(w.occurred_at), max(w.occurred_at), count(*)
            FROM written w, jsonb_to_recordset(w.received_by) AS r (purpose text, provider text,
                host text, region text, agreement text)
            GROUP BY w.tenant_id, r.purpose, r.provider, r.host
            ON CONFLICT (tenant_id, host, provider, purpose) DO UPDATE
            SET first_seen = least(seen.first_seen, excluded.first_seen),
                last_seen = greatest(seen.last_seen, excluded.last_seen),
                region = coalesce(excluded.region, seen.region),
                agreement = coalesce(excluded.agreement, seen.agreement),
                uses = seen.uses + excluded.uses
            """;

    private static final String INSERT = WRITTEN + COUNTED;

    /** For rows that may be there already. It costs more, so it is not the rule. */
    private static final String INSERT_MISSING = WRITTEN + "ON CONFLICT DO NOTHING\n" + COUNTED;

    /** For a journal that was away for long: who was erased since does not come back by it. */
    private static final String INSERT_LEFT =
            WRITTEN
                    + "WHERE user_id IS NULL OR EXISTS (SELECT FROM users u WHERE u.id = user_id)\n"
                    + "ON CONFLICT DO NOTHING\n"
                    + COUNTED;

    /**
     * Rows of one statement. The server keeps a processor until it is through with them: some 0.6
     * ms at this size, 9 at that of the largest group (docs/measurements/load.md).
     */
    private static final int MOST_AT_ONCE = 32;

    /**
     * For all statements of a group but the last: that one's commit brings to the disk what was
     * committed before it, in one wait instead of up to sixteen (PostgreSQL's documentation,
     * chapter 28.4). A statement of its own, but no transaction or round trip of its own.
     */
    private static final String NOT_YET_DURABLE =
            "SELECT set_config('synchronous_commit', 'off', true);\n";

    private static final String END = "SELECT end_uses(?::json)";

    private static final String INTERRUPT = "SELECT interrupt_uses(?::json)";

    private InteractionRows() {}

    /**
     * Writes all drafts, which are of one tenant. May be repeated where it failed.
     *
     * @param between run after each statement but the last
     */
    static void write(Connection connection, List<Use.Draft> drafts, Runnable between)
            throws SQLException {
        NewRows inserts = new NewRows();
        RowsJson ends = new RowsJson();
        boolean repeated = false;
        for (Use.Draft draft : drafts) {
            Ending ending = draft.ending();
            if (draft.isNew()) {
                inserts.add(draft.use().opening(), ending);
                repeated |= draft.mayRepeat();
            }
            // A repeated insert may have met the row of an earlier try that did get through.
            if (ending != null && (!draft.isNew() || draft.mayRepeat())) {
                ends.add(row -> ending(row, draft.use().opening(), ending));
            }
        }
        insert(connection, repeated ? INSERT_MISSING : INSERT, inserts, between);
        run(connection, END, ends);
    }

    /** Completes the record of a process that died. May be repeated where it failed. */
    static void recover(Connection connection, List<Leftover> left) throws SQLException {
        NewRows missing = new NewRows();
        RowsJson ends = new RowsJson();
        RowsJson interrupted = new RowsJson();
        for (Leftover use : left) {
            if (!use.rowWritten()) {
                missing.add(use.opening(), null);
            }
            Ending ending = use.ending();
            if (ending != null) {
                ends.add(row -> ending(row, use.opening(), ending));
            } else {
                interrupted.add(row -> key(row, use.opening()));
            }
        }
        insert(connection, INSERT_LEFT, missing, () -> {});
        run(connection, END, ends);
        run(connection, INTERRUPT, interrupted);
    }

    /** What {@code end_uses} takes for uses whose rows are there. */
    static String ends(TenantId tenant, List<LateEnding> late) {
        RowsJson ends = new RowsJson();
        for (LateEnding each : late) {
            ends.add(row -> {
                key(row, tenant, each.id(), each.at());
                ended(row, each.ending());
            });
        }
        return ends.json();
    }

    private static void insert(Connection connection, String sql, NewRows rows, Runnable between)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement last = connection.prepareStatement(sql);
                PreparedStatement before = connection.prepareStatement(NOT_YET_DURABLE + sql)) {
            int from = 0;
            for (; rows.size() - from > MOST_AT_ONCE; from += MOST_AT_ONCE) {
                rows.bind(before, from, from + MOST_AT_ONCE);
                before.execute();
                between.run();
            }
            rows.bind(last, from, rows.size());
            last.execute();
        }
    }

    private static void run(Connection connection, String sql, RowsJson rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, rows.json());
            statement.execute();
        }
    }

    private static void ending(RowsJson row, Opening o, Ending e) {
        key(row, o);
        ended(row, e);
    }

    private static void ended(RowsJson row, Ending e) {
        row.text("status", e.status().id());
        row.raw("classifications", e.classificationsJson());
        row.raw("received_by", Aside.json(e.receivedBy()));
        Platform answered = e.answered();
        if (answered != null) {
            row.text("platform_id", answered.id());
            row.text("model", answered.model());
            row.text("hostname", answered.hostname());
        }
        outcome(row, e);
    }

    private static void key(RowsJson row, Opening o) {
        key(row, o.tenant(), o.id(), o.at());
    }

    private static void key(RowsJson row, TenantId tenant, UUID id, Instant at) {
        row.text("tenant_id", tenant.toString());
        row.text("id", id.toString());
        row.text("occurred_at", at.toString());
    }

    private static void outcome(RowsJson row, Ending e) {
        row.text("response_hash", e.responseHash());
        row.raw("tokens_in", e.tokensIn() == null ? null : e.tokensIn().toString());
        row.raw("tokens_out", e.tokensOut() == null ? null : e.tokensOut().toString());
        row.raw("duration_ms", Integer.toString(e.durationMillis()));
        charge(row, e.charge());
    }

    private static void charge(RowsJson row, Charge charge) {
        row.raw("charged_picos", charge.picos() == null ? null : charge.picos().toString());
        row.raw("charged_tokens", Long.toString(charge.tokens()));
    }
}
