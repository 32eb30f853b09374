package dev.avow.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.tenancy.Tenancy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** O2: what waited to be mailed when a backup was made is not mailed again after its restore. */
class MailReplayTest {

    private static final String MAILS =
            """
            INSERT INTO mail_outbox (tenant_id, id, occasion, kind, resource_type, resource_id,
                message_sealed, state, created_at, next_at, give_up_at)
            VALUES
                (:tenant, gen_random_uuid(), 'a', 'letter', 'privacy_request', gen_random_uuid(),
                    'sealed', 'waiting', now(), now(), now() + interval '3 days'),
                (:tenant, gen_random_uuid(), 'b', 'letter', 'privacy_request', gen_random_uuid(),
                    NULL, 'sent', now(), now(), now() + interval '3 days')
            """;

    @TempDir Path folder;

    @Test
    void replay_mailThatWaited_isGivenUpAndItsContentGone() {
        try (Site site = new Site(folder)) {
            site.owner(jdbi ->
                    jdbi.useHandle(handle ->
                            handle.createUpdate(MAILS)
                                    .bind("tenant", Site.TENANT.value())
                                    .execute()));
            Tenancy tenancy = site.database.tenancy();

            Replay.Replayed _ =
                    new Replay(tenancy, Instant.now()).run(List.of(), Instant.now(), site.persons);

            List<Map<String, Object>> mails =
                    tenancy.within(
                            Site.TENANT,
                            handle ->
                                    handle.createQuery(
                                                    "SELECT state, message_sealed IS NULL AS gone"
                                                            + " FROM mail_outbox ORDER BY occasion")
                                            .mapToMap()
                                            .list());
            assertThat(mails)
                    .containsExactly(
                            Map.of("state", "given_up", "gone", true),
                            Map.of("state", "sent", "gone", true));
        }
    }
}
