package dev.avow.incidents;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Counts the interactions of a scope, by the same statement wherever they are: in the table, or in
 * rows that were read back from the archive.
 *
 * <p>Who received an interaction is what was recorded of it. Of those of which nothing was (other
 * channels report none, and older versions did not record it) it is the platform, unless the
 * interaction says that nothing left. So the count may be too high, and is not too low.
 *
 * <p>Those that are alike but for their time are put together first: what is inside their JSON is
 * then looked at once for all of them. (A million took about a minute without that, and takes some
 * five seconds.)
 *
 * <p>Which models a route stood for is not recorded either; it is what it stands for now.
 */
final class ScopedUses {

    private static final String OF_THE_TABLE =
            """
            WITH source AS (
                SELECT * FROM interactions WHERE occurred_at >= :from AND occurred_at < :to
            ),
            """;

    private static final String OF_GIVEN_ROWS =
            """
            WITH source AS (
                SELECT * FROM json_populate_recordset(NULL::interactions, :rows::json)
            ),
            """;

    private static final String COUNTED =
            """
            alike AS MATERIALIZED (
                SELECT coalesce(i.user_id, k.user_id) AS person, i.api_key_id,
                    i.policy_action = 'Mask' AS masked, i.classifications, w.whom, count(*) AS uses
                FROM source i
                LEFT JOIN api_keys k ON k.id = i.api_key_id
                CROSS JOIN LATERAL (SELECT CASE
                    WHEN i.received_by IS NOT NULL THEN i.received_by
                    WHEN i.status IN ('blocked', 'coached', 'refused')
                        OR i.policy_action IN ('Block', 'Gap') THEN '[]'::jsonb
                    ELSE jsonb_build_array(jsonb_build_object('purpose', 'model',
                        'provider', i.platform_id, 'host', i.hostname)) END AS whom) w
                WHERE (cardinality(:keys::uuid[]) = 0 OR i.api_key_id = ANY (:keys::uuid[]))
                    AND (cardinality(:models::text[]) = 0 OR i.model = ANY (:models::text[]))
                    AND (cardinality(:routes::text[]) = 0 OR EXISTS (
                        SELECT FROM routes r JOIN route_targets t ON t.route_id = r.id
                        WHERE r.name = ANY (:routes::text[])
                            AND t.provider = i.platform_id AND t.model = i.model))
                GROUP BY 1, 2, 3, 4, 5
            ), scoped AS MATERIALIZED (
                SELECT * FROM alike
                WHERE NOT :byRecipient OR EXISTS (
                    SELECT FROM jsonb_to_recordset(whom)
                        AS x (provider text, host text, region text)
                    WHERE (cardinality(:providers::text[]) = 0 OR x.provider = ANY (:providers::text[]))
                        AND (cardinality(:hosts::text[]) = 0 OR x.host = ANY (:hosts::text[]))
                        AND (cardinality(:regions::text[]) = 0 OR x.region = ANY (:regions::text[])))
            )
            SELECT 'use' AS kind, person::text AS a, api_key_id::text AS b, NULL AS c, NULL AS d,
                NULL AS e, sum(uses)::bigint AS n1, 0 AS n2, 0 AS n3, 0 AS n4
            FROM scoped GROUP BY person, api_key_id
            UNION ALL
            SELECT 'finding', f.type, NULL, NULL, NULL, NULL,
                coalesce(sum(f.times) FILTER (WHERE f.asked AND whom <> '[]' AND NOT masked), 0)::bigint,
                coalesce(sum(f.times) FILTER (WHERE f.asked AND whom <> '[]' AND masked), 0)::bigint,
                coalesce(sum(f.times) FILTER (WHERE f.asked AND whom = '[]'), 0)::bigint,
                coalesce(sum(f.times) FILTER (WHERE NOT f.asked), 0)::bigint
            FROM scoped, LATERAL (
                SELECT c.type, c.count * uses AS times, c."in" IS DISTINCT FROM 'answer' AS asked
                FROM jsonb_to_recordset(classifications)
                    AS c (type text, count bigint, "in" text)) f
            GROUP BY f.type
            UNION ALL
            SELECT 'recipient', r.purpose, r.provider, r.host, r.region, r.agreement,
                sum(uses)::bigint, 0, 0, 0
            FROM scoped, LATERAL (
                SELECT DISTINCT x.* FROM jsonb_to_recordset(whom) AS x (purpose text, provider text,
                    host text, region text, agreement text)) r
            GROUP BY r.purpose, r.provider, r.host, r.region, r.agreement
            UNION ALL
            SELECT 'region', r.region, NULL, NULL, NULL, NULL, sum(uses)::bigint, 0, 0, 0
            FROM scoped, LATERAL (
                SELECT DISTINCT x.region FROM jsonb_to_recordset(whom) AS x (region text)) r
            GROUP BY r.region
            """;

    private static final String TABLE = OF_THE_TABLE + COUNTED;
    private static final String ROWS = OF_GIVEN_ROWS + COUNTED;

    private ScopedUses() {}

    /** Counts what is in the table. */
    static void ofTable(Handle handle, Scope scope, Instant from, Instant to, Tally into) {
        run(handle.createQuery(TABLE).bind("from", utc(from)).bind("to", utc(to)), scope, into);
    }

    /**
     * Counts given rows, all of which are in the span.
     *
     * @param rowsJson an array of objects whose members are named as the table's columns
     */
    static void ofRows(Handle handle, Scope scope, String rowsJson, Tally into) {
        run(handle.createQuery(ROWS).bind("rows", rowsJson), scope, into);
    }

    private static void run(Query query, Scope scope, Tally into) {
        query.bindArray("keys", UUID.class, scope.apiKeyIds())
                .bindArray("models", String.class, scope.models())
                .bindArray("routes", String.class, scope.routes())
                .bindArray("providers", String.class, scope.providers())
                .bindArray("hosts", String.class, scope.hosts())
                .bindArray("regions", String.class, scope.regions())
                .bind("byRecipient", scope.asksRecipients())
                .map((row, _) -> into.add(row))
                .list();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
