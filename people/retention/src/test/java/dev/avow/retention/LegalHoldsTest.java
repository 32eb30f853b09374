package dev.avow.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.avow.prove.Actor;
import dev.avow.prove.NotedAudit;
import dev.avow.retain.JournalEntry;
import dev.avow.retain.LegalHold;
import dev.avow.retain.LegalHoldRows;
import dev.avow.retain.PrivacyJournal;
import dev.avow.testing.TestDatabase;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import dev.avow.words.Ids;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R5: holds are placed, seen and released; each is audited and outlives restores. */
class LegalHoldsTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.123456Z");
    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final String REASON = "a fictitious claim";

    private final TestDatabase database = TestDatabase.fresh();
    private final NotedAudit audit = new NotedAudit();
    private final Actor actor = Actor.operator(TENANT);
    private final UUID ada = Ids.next();

    @TempDir Path folder;

    private PrivacyJournal journal = new PrivacyJournal(Path.of("unused"));
    private LegalHolds holds = holds();

    private LegalHolds holds() {
        return new LegalHolds(
                database.tenancy(), database.keyring(), journal, audit, InstantSource.fixed(NOW));
    }

    @BeforeEach
    void open() {
        journal = new PrivacyJournal(folder);
        holds = holds();
        database.tenancy()
                .within(
                        TENANT,
                        handle ->
                                handle.execute(
                                        """
                                        INSERT INTO users (tenant_id, id, email_sealed, email_index,
                                                           role, status, created_at)
                                        VALUES (?, ?, 'e', 'i', 'viewer', 'active', now())
                                        """,
                                        TENANT.value(),
                                        ada));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private HoldDraft draft(UUID... people) {
        return new HoldDraft(
                "Case 7",
                REASON,
                List.of(people),
                NOW.minusSeconds(60),
                NOW,
                LocalDate.parse("2027-01-31"));
    }

    @Test
    void place_hold_isSeenAuditedAndJournalledWithoutItsReason() {
        LegalHold placed = holds.place(actor, draft(ada)).hold();

        LegalHolds.Seen seen = holds.find(TENANT, placed.id()).orElseThrow();
        assertThat(seen.plaintextReason()).isEqualTo(REASON);
        assertThat(seen.hold().userIds()).containsExactly(ada);
        assertThat(seen.hold().inForce()).isTrue();
        assertThat(audit.entries).hasSize(1);
        assertThat(audit.entries.getFirst().action()).isEqualTo("hold_placed");
        assertThat(audit.entries.getFirst().after())
                .containsEntry("name", "Case 7")
                .doesNotContainValue(REASON);
        assertThat(journal.entries()).hasSize(1);
        assertThat(journal.entries().getFirst().details().values())
                .noneMatch(value -> value.contains(REASON));
    }

    @Test
    void journal_entryOfAHold_placesTheSameAgain() {
        LegalHold placed = holds.place(actor, draft(ada)).hold();

        LegalHold again = LegalHold.of(journal.entries().getFirst());
        database.tenancy()
                .within(
                        TENANT,
                        handle -> handle.execute("UPDATE legal_holds SET released_at = now()"));
        database.tenancy()
                .within(
                        TENANT,
                        handle -> {
                            LegalHoldRows.put(handle, again);
                            return again;
                        });

        LegalHolds.Seen seen = holds.find(TENANT, placed.id()).orElseThrow();
        assertThat(seen.plaintextReason()).isEqualTo(REASON);
        assertThat(seen.hold()).usingRecursiveComparison().isEqualTo(placed);
    }

    @Test
    void release_holdInForce_isAuditedWithBeforeAndAfterAndIsOnce() {
        UUID id = holds.place(actor, draft()).hold().id();

        assertThat(holds.release(actor, id).hold().inForce()).isFalse();

        assertThat(audit.entries.getLast().before()).containsEntry("in_force", true);
        assertThat(audit.entries.getLast().after()).containsEntry("in_force", false);
        assertThat(journal.entries().getLast().event()).isEqualTo(JournalEntry.Event.HOLD_RELEASED);
        FaultException again =
                catchThrowableOfType(FaultException.class, () -> holds.release(actor, id));
        assertThat(again.fault().code()).isEqualTo(FaultCode.CONFLICT);
        FaultException none =
                catchThrowableOfType(FaultException.class, () -> holds.release(actor, ada));
        assertThat(none.fault().code()).isEqualTo(FaultCode.NOT_FOUND);
    }

    @Test
    void place_auditCannotBeWritten_placesNothing() {
        audit.failing = true;

        assertThatThrownBy(() -> holds.place(actor, draft())).isInstanceOf(Exception.class);

        assertThat(holds.page(TENANT, PageRequest.first()).items()).isEmpty();
    }

    @Test
    void settle_journalSaysReleasedButHoldIsInForce_saysPlacedAgain() {
        LegalHold hold = holds.place(actor, draft()).hold();
        journal.append(LegalHold.releasedEntry(TENANT, hold.id(), null, NOW));

        holds.settle(TENANT);
        holds.settle(TENANT);

        assertThat(journal.entries()).hasSize(3);
        assertThat(journal.entries().getLast().event()).isEqualTo(JournalEntry.Event.HOLD_PLACED);
    }

    @Test
    void place_whatWillNotDo_isRefusedByField() {
        assertField(new HoldDraft(" ", REASON, List.of(), null, null, null), "name");
        assertField(new HoldDraft("n", "", List.of(), null, null, null), "reason");
        assertField(new HoldDraft("n", REASON, List.of(), NOW, NOW, null), "to");
        assertField(new HoldDraft("n", REASON, List.of(Ids.next()), null, null, null), "user_ids");
        assertThat(journal.entries()).isEmpty();
    }

    private void assertField(HoldDraft draft, String field) {
        FaultException refused =
                catchThrowableOfType(FaultException.class, () -> holds.place(actor, draft));
        assertThat(refused.fault().field()).contains(field);
    }

    @Test
    void page_otherTenantsHolds_areNotSeen() {
        Object _ = holds.place(actor, draft());
        TenantId other = database.newTenant("Distel");

        assertThat(holds.page(other, PageRequest.first()).items()).isEmpty();
        assertThat(holds.inForce(other)).isZero();
        assertThat(holds.inForce(TENANT)).isEqualTo(1);
    }
}
