package dev.avow.budgets;

import dev.avow.words.TenantId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What stood in {@code interactions} before this process began. */
final class SpentRows {

    /**
     * Uses that nobody charged, such as those that a browser reports, have no tokens and no money.
     */
    private static final String SUM =
            """
            SELECT api_key_id, user_id,
                   least(sum(charged_picos), 9000000000000000000)::bigint AS picos,
                   least(sum(charged_tokens), 9000000000000000000)::bigint AS tokens
            FROM interactions
            WHERE occurred_at >= :from AND occurred_at < coalesce(CAST(:until AS timestamptz), 'infinity')
              AND (charged_picos > 0 OR charged_tokens > 0)
            GROUP BY api_key_id, user_id
            """;

    private SpentRows() {}

    /**
     * What was spent in the periods that the start is in.
     *
     * @param until rows of this time and later are left out; {@link Instant#MAX} to take all, also
     *     those of a clock that was ahead
     */
    static List<Ledger.Before> before(
            Handle handle, TenantId tenant, Instant processStart, Instant until) {
        List<Ledger.Before> all = new ArrayList<>();
        for (Period period : Period.values()) {
            handle.createQuery(SUM)
                    .bind("from", period.start(processStart).atOffset(ZoneOffset.UTC))
                    .bindByType(
                            "until",
                            until.equals(Instant.MAX) ? null : until.atOffset(ZoneOffset.UTC),
                            OffsetDateTime.class)
                    .map((row, _) -> {
                        long picos = row.getLong("picos");
                        long tokens = row.getLong("tokens");
                        UUID key = row.getObject("api_key_id", UUID.class);
                        UUID user = row.getObject("user_id", UUID.class);
                        add(
                                all,
                                new Subject(Subject.Level.TENANT, tenant.value()),
                                period,
                                picos,
                                tokens);
                        if (key != null) {
                            add(
                                    all,
                                    new Subject(Subject.Level.API_KEY, key),
                                    period,
                                    picos,
                                    tokens);
                        }
                        if (user != null) {
                            add(all, new Subject(Subject.Level.USER, user), period, picos, tokens);
                        }
                        return picos;
                    })
                    .list();
        }
        return all;
    }

    private static void add(
            List<Ledger.Before> all, Subject subject, Period period, long picos, long tokens) {
        all.add(new Ledger.Before(subject, period, picos, tokens));
    }
}
