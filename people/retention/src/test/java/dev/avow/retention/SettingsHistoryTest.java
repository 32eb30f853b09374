package dev.avow.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.prove.AuditLogReader;
import dev.avow.prove.AuditRecord;
import dev.avow.prove.StoredAuditLog;
import dev.avow.retention.SettingsHistory.Change;
import dev.avow.testing.TestDatabase;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * R1, R3: no value that decides what is kept changes without an entry that says from what to what.
 */
final class SettingsHistoryTest {

    private static final TenantId TENANT = TenantId.DEFAULT;

    private final TestDatabase database = TestDatabase.fresh();
    private Instant now = Instant.parse("2026-03-04T05:06:07.123456Z");
    private final SettingsHistory history =
            new SettingsHistory(
                    database.tenancy(),
                    database.keyring(),
                    new StoredAuditLog(database.tenancy(), database.keyring(), () -> now, true),
                    () -> now);

    @AfterEach
    void close() {
        database.close();
    }

    private List<AuditRecord> entries(TenantId tenant) {
        return new AuditLogReader(database.tenancy(), database.keyring())
                .page(tenant, PageRequest.first())
                .items();
    }

    @Test
    void note_firstStart_isNoChange() {
        assertThat(history.note(TENANT, Map.of("profile", "governance"))).isEmpty();
        assertThat(history.changes(TENANT)).isEmpty();
        assertThat(entries(TENANT)).isEmpty();
    }

    @Test
    void note_sameValues_changesNothing() {
        var _ = history.note(TENANT, Map.of("profile", "governance"));
        now = now.plus(Duration.ofDays(1));

        assertThat(history.note(TENANT, Map.of("profile", "governance"))).isEmpty();
        assertThat(history.changes(TENANT)).isEmpty();
        assertThat(entries(TENANT)).isEmpty();
    }

    @Test
    void note_valuesThatDiffer_areAuditedWithBeforeAndAfterAndNoOthers() {
        var _ = history.note(TENANT, Map.of("a", "90 days", "b", "off", "c", "same"));
        now = now.plus(Duration.ofDays(1));
        var _ = history.note(TENANT, Map.of("a", "30 days", "c", "same", "d", "new"));

        assertThat(history.changes(TENANT))
                .containsExactly(
                        new Change(
                                now,
                                Map.of("a", "90 days", "b", "off"),
                                Map.of("a", "30 days", "d", "new")));
        AuditRecord entry = entries(TENANT).getFirst();
        assertThat(entries(TENANT)).hasSize(1);
        assertThat(entry.action()).isEqualTo("settings_changed");
        assertThat(entry.userAgent()).isEqualTo("avow start");
        assertThat(entry.changes().before()).isEqualTo(Map.of("a", "90 days", "b", "off"));
        assertThat(entry.changes().after()).isEqualTo(Map.of("a", "30 days", "d", "new"));
    }

    @Test
    void note_clockSetBack_changesStandInTheirOrder() {
        var _ = history.note(TENANT, Map.of("a", "1"));
        var _ = history.note(TENANT, Map.of("a", "2"));
        now = now.minus(Duration.ofDays(9));
        var _ = history.note(TENANT, Map.of("a", "3"));

        assertThat(history.changes(TENANT).stream().map(each -> each.after().get("a")))
                .containsExactly("3", "2");
        assertThat(history.note(TENANT, Map.of("a", "3"))).isEmpty();
    }

    @Test
    void note_oneTenant_saysNothingOfAnother() {
        TenantId other = database.newTenant("Klee");
        var _ = history.note(TENANT, Map.of("a", "1"));
        var _ = history.note(TENANT, Map.of("a", "2"));

        assertThat(history.note(other, Map.of("a", "2"))).isEmpty();
        assertThat(history.changes(other)).isEmpty();
    }
}
