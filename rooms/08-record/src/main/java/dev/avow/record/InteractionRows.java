package dev.avow.record;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes the rows of a group. Each statement may be repeated without harm. */
final class InteractionRows {

    private static final String INSERT =
            """
            INSERT INTO interactions (tenant_id, id, occurred_at, user_id, api_key_id, channel,
                platform_id, model, prompt_hash, content_length, classifications, policy_applied,
                policy_action, risk_score, hostname, client_version, browser,
                status, response_hash, tokens_in, tokens_out, duration_ms)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """;

    private static final String END =
            """
            UPDATE interactions
            SET status = ?, response_hash = ?, tokens_in = ?, tokens_out = ?, duration_ms = ?,
                classifications = coalesce(?::jsonb, classifications)
            WHERE tenant_id = ? AND occurred_at = ? AND id = ?
            """;

    private static final String INTERRUPT =
            """
            UPDATE interactions SET status = 'interrupted'
            WHERE tenant_id = ? AND occurred_at = ? AND id = ? AND status = 'started'
            """;

    private InteractionRows() {}

    /** Writes all drafts, which are of one tenant. */
    static void write(Connection connection, List<Use.Draft> drafts) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT);
                PreparedStatement end = connection.prepareStatement(END)) {
            boolean inserts = false;
            boolean ends = false;
            for (Use.Draft draft : drafts) {
                Ending ending = draft.ending();
                if (draft.isNew()) {
                    bindOpening(insert, draft.use().opening(), ending);
                    insert.addBatch();
                    inserts = true;
                }
                // A repeated insert may have met the row of an earlier try that did get through.
                if (ending != null && (!draft.isNew() || draft.mayRepeat())) {
                    bindEnd(end, draft.use().opening(), ending);
                    end.addBatch();
                    ends = true;
                }
            }
            if (inserts) {
                insert.executeBatch();
            }
            if (ends) {
                end.executeBatch();
            }
        }
    }

    /** Makes sure that a use of a process that died is recorded, and that it did not end. */
    static void interrupted(Connection connection, List<Opening> openings) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT);
                PreparedStatement interrupt = connection.prepareStatement(INTERRUPT)) {
            for (Opening opening : openings) {
                bindOpening(insert, opening, null);
                insert.addBatch();
                interrupt.setObject(1, opening.tenant().value());
                interrupt.setObject(2, opening.at().atOffset(ZoneOffset.UTC));
                interrupt.setObject(3, opening.id());
                interrupt.addBatch();
            }
            insert.executeBatch();
            interrupt.executeBatch();
        }
    }

    private static void bindOpening(PreparedStatement s, Opening o, @Nullable Ending e)
            throws SQLException {
        s.setObject(1, o.tenant().value());
        s.setObject(2, o.id());
        s.setObject(3, o.at().atOffset(ZoneOffset.UTC));
        id(s, 4, o.userId());
        id(s, 5, o.apiKeyId());
        s.setString(6, o.channel());
        s.setString(7, o.platformId());
        s.setString(8, o.model());
        s.setString(9, o.promptHash());
        s.setInt(10, o.contentLength());
        String answered = e == null ? null : e.classificationsJson();
        s.setString(11, answered != null ? answered : o.classificationsJson());
        s.setString(12, o.policyApplied());
        s.setString(13, o.policyAction());
        s.setFloat(14, (float) o.riskScore());
        s.setString(15, o.hostname());
        s.setString(16, o.clientVersion());
        s.setString(17, o.browser());
        s.setString(18, e == null ? "started" : e.status().id());
        s.setString(19, e == null ? null : e.responseHash());
        number(s, 20, e == null ? null : e.tokensIn());
        number(s, 21, e == null ? null : e.tokensOut());
        number(s, 22, e == null ? null : Integer.valueOf(e.durationMillis()));
    }

    private static void bindEnd(PreparedStatement s, Opening o, Ending e) throws SQLException {
        s.setString(1, e.status().id());
        s.setString(2, e.responseHash());
        number(s, 3, e.tokensIn());
        number(s, 4, e.tokensOut());
        s.setInt(5, e.durationMillis());
        s.setString(6, e.classificationsJson());
        s.setObject(7, o.tenant().value());
        s.setObject(8, o.at().atOffset(ZoneOffset.UTC));
        s.setObject(9, o.id());
    }

    private static void id(PreparedStatement s, int at, @Nullable UUID id) throws SQLException {
        if (id == null) {
            s.setNull(at, Types.OTHER, "uuid");
        } else {
            s.setObject(at, id);
        }
    }

    private static void number(PreparedStatement s, int at, @Nullable Integer number)
            throws SQLException {
        if (number == null) {
            s.setNull(at, Types.INTEGER);
        } else {
            s.setInt(at, number);
        }
    }
}
