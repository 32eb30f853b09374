package dev.avow.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.testing.TestDatabase;
import dev.avow.words.Cursor;
import dev.avow.words.Ids;
import dev.avow.words.Page;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Promise T1: what is looked for in the log is found, whole and in its order, and nothing else. */
class AuditFilterTest {

    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final Instant BEGINNING = Instant.parse("2026-02-03T04:05:06Z");
    private static final UUID ADA = Ids.next();
    private static final UUID BEN = Ids.next();

    private final TestDatabase database = TestDatabase.fresh();
    private final AuditLogReader reader =
            new AuditLogReader(database.tenancy(), database.keyring());
    private Instant now = BEGINNING;
    private final StoredAuditLog log =
            new StoredAuditLog(database.tenancy(), database.keyring(), () -> now, false);

    @AfterEach
    void close() {
        database.close();
    }

    private void done(@Nullable UUID who, String action) {
        log.append(
                new Actor(TENANT, who, null, null, null),
                new AuditEntry(action, "policy", null, null, null));
        now = now.plusSeconds(1);
    }

    private static AuditFilter kind(EntryKind kind) {
        return new AuditFilter(kind, null, null, false, null, null);
    }

    private List<String> found(AuditFilter filter) {
        return reader.page(TENANT, filter, PageRequest.first()).items().stream()
                .map(AuditRecord::action)
                .toList();
    }

    @Test
    void T1_changes_amongLooks_areFoundByThemselves() {
        done(ADA, "policy_created");
        done(ADA, "interactions_viewed");
        done(ADA, "user_data_exported");
        done(ADA, "user_data_export_resumed");
        done(ADA, "archive_searched");
        done(ADA, "interactions_replayed");
        done(ADA, "signed_in");
        done(ADA, "something_new");

        assertThat(found(kind(EntryKind.CHANGE)))
                .containsExactly("something_new", "signed_in", "policy_created");
        assertThat(found(kind(EntryKind.LOOK)))
                .containsExactly(
                        "interactions_replayed",
                        "archive_searched",
                        "user_data_export_resumed",
                        "user_data_exported",
                        "interactions_viewed");
        assertThat(found(AuditFilter.ALL)).hasSize(8);
    }

    @Test
    void T1_filters_together_eachNarrowWhatIsFound() {
        done(ADA, "policy_created"); // second 0
        done(BEN, "policy_created");
        done(null, "policy_created");
        done(ADA, "policy_deleted");
        done(ADA, "policy_created"); // second 4
        Instant at4 = BEGINNING.plusSeconds(4);

        assertThat(found(new AuditFilter(null, "policy_created", ADA, false, null, null)))
                .hasSize(2);
        assertThat(found(new AuditFilter(null, null, ADA, false, null, null))).hasSize(3);
        assertThat(found(new AuditFilter(null, null, null, true, null, null))).hasSize(1);
        assertThat(found(new AuditFilter(null, null, null, false, at4, null)))
                .containsExactly("policy_created");
        assertThat(found(new AuditFilter(null, null, null, false, null, at4))).hasSize(4);
        assertThat(found(new AuditFilter(EntryKind.LOOK, null, ADA, false, null, null))).isEmpty();
        assertThat(found(new AuditFilter(null, "policy_made", null, false, null, null))).isEmpty();
    }

    @Test
    void T1_cursor_whileOthersWrite_missesNothingAndRepeatsNothing() {
        for (int i = 0; i < 7; i++) {
            done(ADA, "policy_created");
            done(BEN, "interactions_viewed");
        }

        List<UUID> seen = new ArrayList<>();
        Cursor after = null;
        do {
            Page<AuditRecord> page =
                    reader.page(TENANT, kind(EntryKind.CHANGE), new PageRequest(2, after));
            page.items().forEach(entry -> seen.add(entry.id()));
            after = page.nextCursor() == null ? null : Cursor.parse(page.nextCursor());
            done(ADA, "policy_created"); // newer than all that is still to come
        } while (after != null);
        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void I1_filter_ofAnotherTenant_findsNothing() {
        done(ADA, "policy_created");
        TenantId other = database.newTenant("Other");

        assertThat(
                        reader.page(
                                        other,
                                        new AuditFilter(null, null, ADA, false, null, null),
                                        PageRequest.first())
                                .items())
                .isEmpty();
        assertThat(reader.actions(other)).isEmpty();
    }

    @Test
    void actions_ofTheLog_areEachThereOnce() {
        assertThat(reader.actions(TENANT)).isEmpty();
        done(ADA, "policy_created");
        done(BEN, "policy_created");
        done(ADA, "interactions_viewed");

        assertThat(reader.actions(TENANT))
                .containsExactly(
                        new AuditAction("interactions_viewed", EntryKind.LOOK),
                        new AuditAction("policy_created", EntryKind.CHANGE));
    }

    @Test
    void asked_ofAFilter_isWhatWasAskedAndNoMore() {
        assertThat(AuditFilter.ALL.asked()).isNull();
        assertThat(
                        new AuditFilter(
                                        EntryKind.LOOK,
                                        "users_viewed",
                                        ADA,
                                        false,
                                        BEGINNING,
                                        BEGINNING.plus(Duration.ofDays(1)))
                                .asked())
                .isEqualTo(
                        Map.of(
                                "kind", "look",
                                "action", "users_viewed",
                                "actor", ADA.toString(),
                                "since", "2026-02-03T04:05:06Z",
                                "until", "2026-02-04T04:05:06Z"));
    }

    /** A log of looks was read from its end to its beginning for the few changes in it. */
    @Test
    void page_ofAFewAmongMany_isReadByAnIndex() throws Exception {
        done(ADA, "policy_created");
        try (Connection owner = database.openAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute(
                    """
                    INSERT INTO audit_logs (tenant_id, id, occurred_at, actor_id, action, resource_type, status)
                    SELECT tenant_id, gen_random_uuid(), occurred_at + n * interval '1 second',
                        '00000000-0000-4000-8000-000000000001', 'interactions_viewed', 'interaction', 'success'
                    FROM audit_logs, generate_series(1, 20000) n
                    """);
            statement.execute("ANALYZE audit_logs");
        }

        assertThat(plan(kind(EntryKind.CHANGE))).contains("audit_logs_of_changes");
        assertThat(plan(new AuditFilter(null, "policy_created", null, false, null, null)))
                .contains("audit_logs_by_action");
        assertThat(plan(new AuditFilter(null, null, ADA, false, null, null)))
                .contains("audit_logs_by_actor");
        assertThat(plan(new AuditFilter(null, null, null, true, null, null)))
                .contains("audit_logs_of_nobody");
        assertThat(found(kind(EntryKind.CHANGE))).containsExactly("policy_created");
    }

    private String plan(AuditFilter filter) {
        Cursor newest = PageRequest.first().start();
        List<String> lines =
                database.tenancy()
                        .within(
                                TENANT,
                                handle ->
                                        AuditLogReader.filtered(
                                                        handle,
                                                        "EXPLAIN " + AuditLogReader.PAGE,
                                                        filter)
                                                .bind("at", newest.at())
                                                .bind("id", newest.id())
                                                .bind("rows", 51)
                                                .mapTo(String.class)
                                                .list());
        return String.join("\n", lines);
    }
}
