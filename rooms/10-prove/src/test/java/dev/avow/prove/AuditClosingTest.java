package dev.avow.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.retain.LegalHold;
import dev.avow.retain.LegalHoldRows;
import dev.avow.retain.Profile;
import dev.avow.retain.Schedule;
import dev.avow.tenancy.DatabaseUnavailable;
import dev.avow.testing.TestDatabase;
import dev.avow.words.Ids;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** R1: the audit log's time ends too, day by day; what is left proves (T1). R5: held ones stay. */
final class AuditClosingTest {

    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final Instant DAY = Instant.parse("2025-03-01T00:00:00Z");
    private static final Duration YEAR = Duration.ofDays(365);

    /** The first moment at which what was logged on the day before {@link #DAY} is closed. */
    private static final Instant CLOSES = DAY.plus(YEAR);

    private final TestDatabase database = TestDatabase.fresh();
    private final UUID ada = Ids.next();
    private final UUID ben = Ids.next();
    private Instant now = DAY;

    @TempDir private @Nullable Path folder;

    private final StoredAuditLog log =
            new StoredAuditLog(database.tenancy(), database.keyring(), () -> now, false);

    @AfterEach
    void close() {
        database.close();
    }

    private void append(Instant at, UUID actor, String resource) {
        now = at;
        log.append(
                new Actor(TENANT, actor, "ada@example.org", "203.0.113.7", null),
                new AuditEntry("policy_updated", "policy", resource, null, Map.of("priority", 1)));
    }

    /** Entries p0, p1 … one second apart, of Ada and Ben in turn. */
    private void appendSome(int entries, Instant from) {
        for (int n = 0; n < entries; n++) {
            append(from.plusSeconds(n), n % 2 == 0 ? ada : ben, "p" + n);
        }
    }

    private Checkpoints checkpoints() {
        return new Checkpoints(
                database.tenancy(),
                database.keyring(),
                new FileWitness(Objects.requireNonNull(folder).resolve("witness")));
    }

    private void expire(Profile profile, Instant at, int most) {
        new AuditClosing(
                        database.tenancy(),
                        database.keyring(),
                        checkpoints(),
                        Schedule.of(profile),
                        InstantSource.fixed(at),
                        most)
                .run(TENANT, () -> true);
    }

    private List<String> export() {
        StringBuilder all = new StringBuilder();
        new AuditExport(database.tenancy(), database.keyring(), checkpoints(), () -> now)
                .write(TENANT, bytes -> all.append(new String(bytes, StandardCharsets.UTF_8)));
        return all.toString().lines().toList();
    }

    private List<String> left() {
        return new AuditLogReader(database.tenancy(), database.keyring())
                .page(TENANT, new PageRequest(100, null)).items().stream()
                        .map(entry -> String.valueOf(entry.resourceId()))
                        .sorted()
                        .toList();
    }

    private LegalHold hold(List<UUID> people, @Nullable Instant from, @Nullable Instant to) {
        LegalHold hold =
                new LegalHold(
                        TENANT,
                        Ids.next(),
                        "Case 7",
                        Base64.getEncoder().encodeToString(new byte[] {1}),
                        people,
                        from,
                        to,
                        null,
                        null,
                        DAY,
                        null,
                        null);
        return put(hold);
    }

    private LegalHold put(LegalHold hold) {
        return database.tenancy()
                .within(
                        TENANT,
                        handle -> {
                            LegalHoldRows.put(handle, hold);
                            return hold;
                        });
    }

    private static AuditCheck.Proven check(List<String> lines, @Nullable String earlier)
            throws AuditCheck.Failed {
        return SevenEntries.check(lines, earlier);
    }

    @Test
    void r1_dayPastItsRetention_isClosedOneSecondAfterAndNotOneBefore() throws Exception {
        append(DAY.minusSeconds(1), ada, "before");
        append(DAY, ada, "after");

        expire(Profile.GOVERNANCE, CLOSES.minusSeconds(1), 100);
        assertThat(left()).containsExactly("after", "before");

        expire(Profile.GOVERNANCE, CLOSES, 100);
        assertThat(left()).containsExactly("after");

        expire(Profile.GOVERNANCE, CLOSES.plus(Duration.ofDays(1)).minusSeconds(1), 100);
        assertThat(left()).containsExactly("after");

        expire(Profile.GOVERNANCE, CLOSES.plus(Duration.ofDays(1)).plusSeconds(1), 100);
        assertThat(left()).isEmpty();
        AuditCheck.Closed closed = Objects.requireNonNull(check(export(), null).closed());
        assertThat(closed.entries()).isEqualTo(2);
        assertThat(closed.oldest()).isEqualTo(DAY.minusSeconds(1));
        assertThat(closed.youngest()).isEqualTo(DAY);
    }

    @ParameterizedTest
    @EnumSource(Profile.class)
    void r1_eachProfile_closesByItsOwnRetentionOrNever(Profile profile) {
        append(DAY.minusSeconds(1), ada, "before");
        long days =
                switch (profile) {
                    case CONTACT_CENTRE -> 90;
                    case GOVERNANCE -> 365;
                    case ISOLATED_AGENT, BOT_BUILDER, ASSISTANT -> 0;
                };

        expire(profile, DAY.plus(Duration.ofDays(days)).minusSeconds(1), 100);
        assertThat(left()).hasSize(1);

        Instant end = days == 0 ? DAY.plus(Duration.ofDays(600)) : DAY.plus(Duration.ofDays(days));
        expire(profile, end, 100);
        assertThat(left()).hasSize(days == 0 ? 1 : 0);
    }

    @Test
    void t1_logWithClosedSpans_growsProvesAndContinuesACheckpointOfBefore() throws Exception {
        appendSome(7, DAY.minusSeconds(60));
        String before = checkpoints().sign(TENANT).note();
        expire(Profile.GOVERNANCE, CLOSES, 3);
        append(CLOSES, ada, "young");

        AuditCheck.Proven proven = check(export(), before);

        assertThat(proven.checkpoint().size()).isEqualTo(8);
        assertThat(proven.opened()).isEqualTo(1);
        AuditCheck.Closed closed = Objects.requireNonNull(proven.closed());
        assertThat(closed.spans()).isEqualTo(3);
        assertThat(closed.entries()).isEqualTo(7);
        assertThat(closed.lastClosed()).isEqualTo(CLOSES);
        assertThat(checkpoints().sign(TENANT).checkpoint().size()).isEqualTo(8);
    }

    @Test
    void t1_proofsBesideAClosedSpan_proveOrAreRefused() throws Exception {
        appendSome(6, DAY.minusSeconds(60));
        String before = checkpoints().sign(TENANT).note();
        expire(Profile.GOVERNANCE, CLOSES, 100);
        append(CLOSES, ada, "p6");
        append(CLOSES.plusSeconds(1), ada, "p7");
        AuditProofs proofs =
                new AuditProofs(
                        database.tenancy(),
                        database.keyring(),
                        checkpoints(),
                        new AuditExport(
                                database.tenancy(), database.keyring(), checkpoints(), () -> now));
        UUID entry =
                new AuditLogReader(database.tenancy(), database.keyring())
                        .page(TENANT, new PageRequest(1, null))
                        .items()
                        .getFirst()
                        .id();
        JsonMapper json = new JsonMapper();

        String included = json.writeValueAsString(proofs.inclusion(TENANT, entry).orElseThrow());
        String continued = json.writeValueAsString(proofs.consistency(TENANT, 6, null));

        assertThat(ProofCheck.check(included, null, null).index()).isEqualTo(7);
        assertThat(ProofCheck.check(continued, null, before).checkpoint().size()).isEqualTo(8);
        assertThatThrownBy(() -> proofs.consistency(TENANT, 5, null))
                .hasMessageContaining("in the middle of entries that were closed");
    }

    @Test
    void t1_checkpointFromTheMiddleOfAClosedSpan_isRefusedWithARemedy() {
        appendSome(3, DAY.minusSeconds(60));
        String before = checkpoints().sign(TENANT).note();
        appendSome(4, DAY.minusSeconds(50));
        expire(Profile.GOVERNANCE, CLOSES, 100);

        assertThatThrownBy(() -> check(export(), before))
                .isInstanceOf(AuditCheck.Failed.class)
                .hasMessageContaining("give one of 7 entries or more");
    }

    @Test
    void r5_holdOnOneOfTwo_keepsTheOnesEntriesAndClosesTheOthers() throws Exception {
        appendSome(6, DAY.minusSeconds(60));
        LegalHold hold = hold(List.of(ada), null, null);

        expire(Profile.GOVERNANCE, CLOSES, 100);

        assertThat(left()).containsExactly("p0", "p2", "p4");
        AuditCheck.Proven proven = check(export(), null);
        assertThat(proven.opened()).isEqualTo(3);
        assertThat(Objects.requireNonNull(proven.closed()).spans()).isEqualTo(3);

        LegalHold _ = put(hold.released(null, CLOSES));
        expire(Profile.GOVERNANCE, CLOSES, 100);
        assertThat(left()).isEmpty();
        assertThat(check(export(), null).checkpoint().size()).isEqualTo(6);
    }

    @Test
    void r5_holdOfATimeAndOfAnAccount_keepsWhatIsAboutIt() {
        append(DAY.minusSeconds(9), ben, "p0");
        append(DAY.minusSeconds(8), ben, "p1");
        append(DAY.minusSeconds(7), ben, "p2");
        now = DAY.minusSeconds(6);
        log.append(
                new Actor(TENANT, ben, "ben@example.org", null, null),
                new AuditEntry("user_invited", "user", ada.toString(), null, Map.of()));
        LegalHold _ = hold(List.of(), DAY.minusSeconds(8), DAY.minusSeconds(7));
        LegalHold _ = hold(List.of(ada), null, null);

        expire(Profile.GOVERNANCE, CLOSES, 100);

        assertThat(left()).containsExactlyInAnyOrder("p1", ada.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "entry altered | UPDATE audit_logs SET action = 'nothing' WHERE resource_id = 'p5'"
                        + " | entry 5 was altered",
                "entry dropped | DELETE FROM audit_logs WHERE resource_id = 'p5' | entry 5 was"
                        + " deleted",
                "entry and leaf dropped | DELETE FROM audit_logs WHERE resource_id = 'p5';"
                        + " DELETE FROM audit_leaves WHERE position = 5 | altered",
                "stub dropped | DELETE FROM audit_stubs WHERE first_position = 0 | altered",
                "stub's hash altered | UPDATE audit_stubs SET note = replace(note, '=', 'A')"
                        + " WHERE first_position = 0 | was altered",
                "stub's time altered | UPDATE audit_stubs SET note = replace(note, '2025', '2024')"
                        + " WHERE first_position = 0 | was altered",
                "stub of another span | UPDATE audit_stubs s SET note = o.note FROM audit_stubs o"
                        + " WHERE o.first_position = 3 AND s.first_position = 0 | was altered",
                "stub made longer | UPDATE audit_stubs SET next_position = 5, leaf_hashes = NULL"
                        + " WHERE first_position = 3 | was altered",
                "all of it dropped | DELETE FROM audit_stubs; DELETE FROM audit_leaves; DELETE"
                        + " FROM audit_logs; DELETE FROM audit_trees | cut back",
            })
    void t1_logWithClosedSpans_tamperedWith_isFound(String what, String attack, String complaint)
            throws SQLException {
        appendSome(4, DAY.minusSeconds(60)); // closed, in two spans
        append(DAY.plusSeconds(1), ada, "p4");
        append(DAY.plusSeconds(2), ada, "p5");
        append(DAY.plusSeconds(3), ada, "p6");
        expire(Profile.GOVERNANCE, CLOSES, 3);
        asOwner(attack);

        assertThatThrownBy(() -> check(export(), null))
                .as(what)
                .isInstanceOf(AuditCheck.Failed.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void t1_exportWithAStubAlteredOnItsWay_fails() {
        appendSome(4, DAY.minusSeconds(60));
        expire(Profile.GOVERNANCE, CLOSES, 100);
        List<String> lines = export();

        for (String[] change :
                new String[][] {
                    {"2025-02-28", "2025-02-27"},
                    {"avow-audit-stub/1", "avow-audit-stub/2"},
                    {"\"closed\"", "\"nonce\":null,\"closed\""},
                    {"\"index\":0", "\"index\":1"}
                }) {
            List<String> altered = new ArrayList<>(lines);
            altered.set(1, lines.get(1).replace(change[0], change[1]));
            assertThat(altered).isNotEqualTo(lines);
            assertThatThrownBy(() -> check(altered, null)).isInstanceOf(AuditCheck.Failed.class);
        }
    }

    /** What shows that somebody was at work must not go as if nothing had been. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE audit_logs SET action = 'nothing' WHERE resource_id = 'p0'",
                "UPDATE audit_leaves SET leaf_hash = (SELECT leaf_hash FROM audit_leaves WHERE"
                        + " position = 1) WHERE position = 0",
                "DELETE FROM audit_leaves WHERE position = 0",
            })
    void t1_logThatWasAltered_isNotClosed(String attack) throws SQLException {
        appendSome(3, DAY.minusSeconds(60));
        asOwner(attack);

        assertThatThrownBy(() -> expire(Profile.GOVERNANCE, CLOSES, 100))
                .isInstanceOf(BrokenLog.class);
        assertThat(left()).hasSize(3);
    }

    @Test
    void applicationsRole_deletesOnlyWhatAStubCoversAndNoHoldKeeps() {
        appendSome(3, DAY.minusSeconds(60));
        append(Instant.now(), ada, "young");

        refused("DELETE FROM audit_logs");
        refused("DELETE FROM audit_leaves");
        refused("DELETE FROM audit_stubs");
        refused("UPDATE audit_stubs SET note = ''");
        refused("SELECT close_audit_span(0)");
        refused(stub(0, 2) + "; SELECT close_audit_span(1)");
        refused(stub(0, 4) + "; SELECT close_audit_span(0)"); // the last is too young
        refused(stub(2, 5) + "; SELECT close_audit_span(2)"); // there is no fifth
        LegalHold _ = hold(List.of(ben), null, null);
        refused(stub(0, 3) + "; SELECT close_audit_span(0)");
        assertThat(left()).hasSize(4);
    }

    /** The owner too can only take away what a stub covers, unless it takes the triggers away. */
    @Test
    void owner_deletingWithoutAStub_isRefused() {
        appendSome(3, DAY.minusSeconds(60));

        for (String table : List.of("audit_logs", "audit_leaves")) {
            assertThatThrownBy(
                            () -> {
                                try (Connection owner = database.openAsOwner();
                                        Statement statement = owner.createStatement()) {
                                    statement.execute("DELETE FROM " + table);
                                }
                            })
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void close_ofAnotherTenantsSpan_isRefused() {
        appendSome(3, DAY.minusSeconds(60));
        TenantId other = database.newTenant("Distel");

        assertThatThrownBy(() ->
                        database.tenancy()
                                .within(
                                        other,
                                        handle -> handle.execute("SELECT close_audit_span(0)")))
                .isInstanceOf(DatabaseUnavailable.class);
    }

    private static String stub(int first, int next) {
        return "INSERT INTO audit_stubs VALUES (avow_tenant(), " + first + ", " + next + ", 'n')";
    }

    private void refused(String sql) {
        assertThatThrownBy(() ->
                        database.tenancy()
                                .within(
                                        TENANT,
                                        handle -> {
                                            for (String each : sql.split("; ", -1)) {
                                                handle.execute(each);
                                            }
                                            return true;
                                        }))
                .as(sql)
                .isInstanceOf(DatabaseUnavailable.class);
    }

    private void asOwner(String sql) throws SQLException {
        try (Connection owner = database.openAsOwner();
                Statement statement = owner.createStatement()) {
            for (String table : List.of("audit_logs", "audit_leaves", "audit_stubs")) {
                statement.execute("ALTER TABLE " + table + " DISABLE TRIGGER ALL");
            }
            statement.execute(sql);
        }
    }
}
