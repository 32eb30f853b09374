package dev.avow.incidents;

import dev.avow.words.DataClass;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** How many records there are of each data class, interactions aside. */
final class RecordCounts {

    /** What a tenant set up is nobody's personal data, so it is not among them. */
    private static final String COUNTS =
            """
            SELECT 'account' AS class, (SELECT count(*) FROM users WHERE created_at < :to) AS records
            UNION ALL
            SELECT 'audit_log', (SELECT count(*) FROM audit_logs
                WHERE occurred_at >= :from AND occurred_at < :to)
            UNION ALL
            SELECT 'conversation', (SELECT count(*) FROM provider_files WHERE created_at < :to)
                + (SELECT count(*) FROM provider_batches WHERE created_at < :to)
            UNION ALL
            SELECT 'privacy_record', (SELECT count(*) FROM privacy_requests WHERE created_at < :to)
                + (SELECT count(*) FROM privacy_intakes WHERE received_at < :to)
                + (SELECT count(*) FROM erasures WHERE requested_at < :to)
                + (SELECT count(*) FROM legal_holds WHERE created_at < :to)
            UNION ALL
            SELECT 'credential', (SELECT count(*) FROM api_keys WHERE created_at < :to)
                + (SELECT count(*) FROM provider_keys WHERE created_at < :to)
                + (SELECT count(*) FROM provider_secrets WHERE created_at < :to)
            """;

    private record Count(String dataClass, long records) {}

    private RecordCounts() {}

    /** Those that were made before the end of the span; of the audit log, those made in it. */
    static Map<DataClass, Long> of(
            Handle handle, List<DataClass> classes, Instant from, Instant to) {
        Map<String, Long> counts =
                handle
                        .createQuery(COUNTS)
                        .bind("from", from.atOffset(ZoneOffset.UTC))
                        .bind("to", to.atOffset(ZoneOffset.UTC))
                        .map((row, _) -> new Count(row.getString("class"), row.getLong("records")))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Count::dataClass, Count::records));
        return classes.stream()
                .filter(each -> counts.containsKey(each.id()))
                .distinct()
                .collect(Collectors.toMap(each -> each, each -> counts.get(each.id())));
    }
}
