package dev.avow.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.tenancy.DatabaseUnavailable;
import dev.avow.testing.TestDatabase;
import dev.avow.words.Cursor;
import dev.avow.words.Ids;
import dev.avow.words.Page;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Promises T1 and T2: what was done stands in the log, whole, sealed and for good. */
class StoredAuditLogTest {

    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06.123456Z");
    private static final UUID ACTOR = Ids.next();

    private final TestDatabase database = TestDatabase.fresh();
    private final AuditLogReader reader =
            new AuditLogReader(database.tenancy(), database.keyring());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void T1_append_aChange_isReadBackWhole() {
        log(false).append(actor(TenantId.DEFAULT), renamed());

        AuditRecord entry = onlyEntry();
        assertThat(entry.timestamp()).isEqualTo(NOW);
        assertThat(entry.actorId()).isEqualTo(ACTOR);
        assertThat(entry.actorEmail()).isEqualTo("ada@example.org");
        assertThat(entry.action()).isEqualTo("user_updated");
        assertThat(entry.resourceType()).isEqualTo("user");
        assertThat(entry.resourceId()).isEqualTo("42");
        assertThat(entry.changes().before()).isEqualTo(Map.of("first_name", "Adalberta"));
        assertThat(entry.changes().after()).isEqualTo(Map.of("first_name", "Grace"));
        assertThat(entry.ipAddress()).isEqualTo("203.0.113.77");
        assertThat(entry.userAgent()).isEqualTo("Browser 1");
        assertThat(entry.status()).isEqualTo("success");
    }

    @Test
    void T1_append_whereTheRegionAsks_keepsTheNetworkAlone() {
        log(true).append(actor(TenantId.DEFAULT), renamed());

        assertThat(onlyEntry().ipAddress()).isEqualTo("203.0.113.0");
    }

    @Test
    void append_personalFields_standNowhereInTheClear() throws SQLException {
        log(false).append(actor(TenantId.DEFAULT), renamed());

        try (Connection owner = database.openAsOwner();
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM audit_logs")) {
            assertThat(row.next()).isTrue();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                byte[] bytes = row.getBytes(column);
                String text = bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1);
                assertThat(text)
                        .doesNotContain("ada@", "Adalberta", "Grace", "203.0.113", "Browser");
            }
        }
    }

    @Test
    void append_inATransactionThatFails_leavesNoEntry() {
        AuditLog log = log(false);
        log.append(actor(TenantId.DEFAULT), renamed());

        assertThatThrownBy(() ->
                        database.tenancy()
                                .within(
                                        TenantId.DEFAULT,
                                        handle -> {
                                            log.append(handle, actor(TenantId.DEFAULT), renamed());
                                            throw new IllegalStateException("undone");
                                        }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(reader.page(TenantId.DEFAULT, PageRequest.first()).items()).hasSize(1);
    }

    @Test
    void appendRefused_aSignIn_isMarkedAsRefused() {
        log(false)
                .appendRefused(
                        actor(TenantId.DEFAULT),
                        AuditEntry.viewed("sign_in_refused", "session", null));

        assertThat(onlyEntry().status()).isEqualTo("refused");
        assertThat(onlyEntry().changes()).isEqualTo(new Changes(null, null));
    }

    @Test
    void append_theOperatorsCommandLine_hasNeitherIdNorAddress() {
        log(false).append(Actor.operator(TenantId.DEFAULT), renamed());

        assertThat(onlyEntry().actorId()).isNull();
        assertThat(onlyEntry().actorEmail()).isNull();
        assertThat(onlyEntry().userAgent()).isEqualTo("avow command line");
    }

    @Test
    void T1_anyChangeOfAnEntry_isRefusedAlsoToTheOwner() throws SQLException {
        log(false).append(actor(TenantId.DEFAULT), renamed());

        for (String attack :
                List.of(
                        "UPDATE audit_logs SET action = 'nothing'",
                        "DELETE FROM audit_logs",
                        "TRUNCATE audit_logs")) {
            try (Connection owner = database.openAsOwner();
                    Statement statement = owner.createStatement()) {
                assertThatThrownBy(() -> statement.execute(attack))
                        .hasMessageContaining("append-only");
            }
            assertThatThrownBy(() ->
                            database.tenancy()
                                    .within(TenantId.DEFAULT, handle -> handle.execute(attack)))
                    .isInstanceOf(DatabaseUnavailable.class);
        }
        assertThat(onlyEntry().action()).isEqualTo("user_updated");
    }

    @Test
    void I1_page_ofAnotherTenant_showsNothing() {
        TenantId other = database.newTenant("Other");
        log(false).append(actor(TenantId.DEFAULT), renamed());

        assertThat(reader.page(other, PageRequest.first()).items()).isEmpty();
    }

    @Test
    void page_entriesOfOneMicrosecond_areEachShownOnceOverAllPages() {
        for (int n = 0; n < 7; n++) {
            log(false).append(actor(TenantId.DEFAULT), renamed());
        }

        List<UUID> seen = new ArrayList<>();
        Cursor after = null;
        do {
            Page<AuditRecord> page = reader.page(TenantId.DEFAULT, new PageRequest(3, after));
            page.items().forEach(entry -> seen.add(entry.id()));
            after = page.nextCursor() == null ? null : Cursor.parse(page.nextCursor());
        } while (after != null);
        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    }

    private StoredAuditLog log(boolean shorten) {
        return new StoredAuditLog(
                database.tenancy(), database.keyring(), InstantSource.fixed(NOW), shorten);
    }

    private AuditRecord onlyEntry() {
        List<AuditRecord> all = reader.page(TenantId.DEFAULT, PageRequest.first()).items();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static Actor actor(TenantId tenant) {
        return new Actor(tenant, ACTOR, "ada@example.org", "203.0.113.77", "Browser 1");
    }

    private static AuditEntry renamed() {
        return new AuditEntry(
                "user_updated",
                "user",
                "42",
                Map.of("first_name", "Adalberta"),
                Map.of("first_name", "Grace"));
    }
}
