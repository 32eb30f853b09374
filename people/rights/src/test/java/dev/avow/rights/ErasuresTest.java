package dev.avow.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.prove.AuditRecord;
import dev.avow.retain.Archives;
import dev.avow.retain.JournalEntry;
import dev.avow.rights.Erasure.State;
import dev.avow.rights.StoreReceipt.Action;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import dev.avow.words.Ids;
import dev.avow.words.PageRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** P3 and P8: who asks to be erased is, everywhere, and nobody else; R5: unless a hold says no. */
final class ErasuresTest {

    private final People people = new People();
    private final Erasures erasures = people.erasures(Duration.ZERO);

    @AfterEach
    void close() {
        people.close();
    }

    private Erasure erase(UUID who) {
        return erasures.request(People.OPERATOR, who);
    }

    private static long rows(Erasure erasure, String store) {
        return erasure.stores().stream()
                .filter(each -> each.store().equals(store))
                .mapToLong(StoreReceipt::rows)
                .sum();
    }

    @Test
    void request_aPerson_erasesAllOfTheirRowsAndNobodyElses() {
        people.uses(people.anna, 10);
        people.uses(people.ben, 4);

        Erasure done = erasures.request(people.as(people.anna, "anna@example.org"), people.anna);

        assertThat(done.state()).isEqualTo(State.COMPLETE);
        assertThat(rows(done, "interactions")).isEqualTo(10);
        assertThat(rows(done, "api_keys")).isEqualTo(1);
        assertThat(rows(done, "account")).isEqualTo(1);
        assertThat(people.count("interactions", people.anna)).isZero();
        assertThat(people.users.find(People.TENANT, people.anna)).isEmpty();
        assertThat(people.count("interactions", people.ben)).isEqualTo(4);
        assertThat(people.users.find(People.TENANT, people.ben)).isPresent();
        assertThat(done.dueAt()).isEqualTo(people.now.plus(Duration.ofDays(30)));
    }

    @Test
    void request_aPerson_saysWhoReceivedWhatAndMustBeAsked() {
        people.uses(people.anna, 7);

        assertThat(erase(people.anna).stores())
                .anySatisfy(receipt -> {
                    assertThat(receipt.store()).isEqualTo("processor api.example.com");
                    assertThat(receipt.action()).isEqualTo(Action.ASK);
                    assertThat(receipt.rows()).isEqualTo(7);
                    assertThat(receipt.detail()).contains("no agreement is on record");
                });
    }

    /** P3: of what a provider keeps, the receipt says how far it has come. */
    @Test
    void receipt_ofFilesAtAProvider_saysWhatBecameOfThem() {
        people.sql(
                """
                INSERT INTO provider_files (tenant_id, id, user_id, provider_id, platform_id, hostname,
                    remote_id, purpose, route, bytes, created_at, expires_at)
                SELECT '%1$s', gen_random_uuid(), '%2$s', '%1$s', 'p', 'files.example', 'file-' || i,
                    'user_data', 'RESPONSES', 1, now(), now() + interval '1 day'
                FROM generate_series(1, 6) i
                """
                        .formatted(People.TENANT, people.anna));
        // One that its owner deleted, and one that was noted before; both are still there.
        people.sql(
                """
                INSERT INTO provider_deletions (tenant_id, id, kind, provider_id, platform_id, hostname,
                    remote_id, since, next_at)
                SELECT tenant_id, id, 'file', provider_id, 'p', hostname, remote_id, now(), now()
                FROM provider_files WHERE remote_id IN ('file-5', 'file-6')
                """);
        people.sql("UPDATE provider_files SET deleted_at = now() WHERE remote_id = 'file-5'");
        Erasure done = erase(people.anna);
        assertThat(files(done)).containsExactly("ASKED 6 about to be asked; it goes on by itself");

        String set = "UPDATE provider_deletions SET asked = 1, %s WHERE remote_id = 'file-%d'";
        people.sql(set.formatted("state = 'deleted', ended_at = '2026-11-22T03:00:00Z'", 1));
        people.sql(set.formatted("refused = 'the provider answered with status 503'", 2));
        people.sql(set.formatted("state = 'given_up', ended_at = '2026-12-22T03:00:00Z'", 3));
        people.sql(set.formatted("next_at = now()", 4));
        people.sql(set.formatted("state = 'missing', ended_at = '2026-11-23T03:00:00Z'", 5));
        people.sql(set.formatted("state = 'deleted', ended_at = '2026-11-22T03:00:00Z'", 6));
        assertThat(files(erasures.find(People.TENANT, done.id())))
                .containsExactlyInAnyOrder(
                        "ERASED 2 deleted at 2026-11-22T03:00:00Z",
                        "ASK 1 asked, not answered; given up at 2026-12-22T03:00:00Z, so ask it"
                                + " yourself",
                        "ERASED 1 not there any more, as the provider said at 2026-11-23T03:00:00Z",
                        "ASKED 1 asked, not done: the provider answered with status 503; it goes on"
                                + " by itself",
                        "ASKED 1 asked, not answered; it goes on by itself");
    }

    private static List<String> files(Erasure erasure) {
        return erasure.stores().stream()
                .filter(each -> each.store().equals("files at files.example"))
                .map(each -> each.action() + " " + each.rows() + " " + each.detail())
                .toList();
    }

    @Test
    void request_aPerson_isJournalledAndTheirKeyIsGone() {
        erase(people.anna);

        assertThat(people.journal.entries())
                .extracting(JournalEntry::event, JournalEntry::id)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                JournalEntry.Event.ERASED, people.anna));
        assertThat(people.database.keyring().subjects().isDestroyed(People.TENANT, people.anna))
                .isTrue();
    }

    @Test
    void request_aPerson_leavesNothingOfThemInTheAuditLogButThatItHappened() {
        erasures.request(people.as(people.anna, "anna@example.org"), people.anna);

        List<AuditRecord> log = people.reader.page(People.TENANT, PageRequest.first()).items();
        assertThat(log)
                .extracting(AuditRecord::action)
                .contains("user_erased", "erasure_requested");
        assertThat(log)
                .allSatisfy(entry -> {
                    assertThat(entry.damaged()).isFalse();
                    assertThat(String.valueOf(entry.actorEmail())).doesNotContain("anna");
                    assertThat(String.valueOf(entry.changes().jsonOrNull()))
                            .doesNotContain("anna@");
                });
    }

    @Test
    void request_twice_isOneErasure() {
        Erasure first = people.erasures(Duration.ofDays(30)).request(People.OPERATOR, people.anna);

        assertThat(people.erasures(Duration.ofDays(30)).request(People.OPERATOR, people.anna).id())
                .isEqualTo(first.id());
    }

    @Test
    void request_nobody_isNotFound() {
        assertThatThrownBy(() -> erase(Ids.next())).hasMessageContaining("no such account");
    }

    @Test
    void request_theLastAdministrator_isRefusedAndChangesNothing() {
        assertThatThrownBy(() -> erase(people.admin))
                .hasMessageContaining("another administrator first");

        assertThat(people.users.find(People.TENANT, people.admin).orElseThrow().active()).isTrue();
    }

    @Test
    void request_recoverable_closesAndWaitsAndCanBeTakenBack() {
        Erasures later = people.erasures(Duration.ofDays(30));
        people.uses(people.anna, 2);

        Erasure asked = later.request(People.OPERATOR, people.anna);
        later.resume(People.TENANT);

        assertThat(asked.state()).isEqualTo(State.RECOVERABLE);
        assertThat(people.users.find(People.TENANT, people.anna).orElseThrow().active()).isFalse();
        assertThat(people.count("interactions", people.anna)).isEqualTo(2);
        assertThat(later.recover(People.OPERATOR, asked.id()).state()).isEqualTo(State.RECOVERED);
        assertThat(people.users.find(People.TENANT, people.anna).orElseThrow().active()).isTrue();
    }

    @Test
    void resume_secondsAroundTheEndOfTheRecovery_erasesAfterIt() {
        Erasures later = people.erasures(Duration.ofDays(30));
        Erasure asked = later.request(People.OPERATOR, people.anna);

        people.now = asked.effectiveAt().minusSeconds(1);
        later.resume(People.TENANT);
        assertThat(later.find(People.TENANT, asked.id()).state()).isEqualTo(State.RECOVERABLE);

        people.now = asked.effectiveAt().plusSeconds(1);
        later.resume(People.TENANT);
        assertThat(later.find(People.TENANT, asked.id()).state()).isEqualTo(State.COMPLETE);
        assertThatThrownBy(() -> later.recover(People.OPERATOR, asked.id()))
                .hasMessageContaining("can no longer be taken back");
    }

    @Test
    void request_heldPerson_isRetainedAndSaysUntilWhenAndGoesOnWhenReleased() {
        people.uses(people.anna, 5);
        people.hold("dispute", people.anna.toString(), "", "", "2027-03-01");

        Erasure held = erase(people.anna);
        erasures.resume(People.TENANT);

        assertThat(held.state()).isEqualTo(State.HELD);
        assertThat(held.heldUntil()).isEqualTo(LocalDate.parse("2027-03-01"));
        assertThat(held.message()).contains("legal hold, until 2027-03-01");
        assertThat(people.count("interactions", people.anna)).isEqualTo(5);
        assertThat(people.users.find(People.TENANT, people.anna).orElseThrow().active()).isFalse();

        people.release("dispute");
        erasures.resume(People.TENANT);

        assertThat(erasures.find(People.TENANT, held.id()).state()).isEqualTo(State.COMPLETE);
        assertThat(people.count("interactions", people.anna)).isZero();
    }

    @Test
    void request_holdOfASpan_keepsWhatItCoversAndNothingElse() {
        people.uses(people.anna, 10);
        people.hold(
                "span", people.anna.toString(), "2026-11-21T22:30:00Z", "2026-11-22T00:30:00Z", "");

        Erasure held = erase(people.anna);

        assertThat(people.count("interactions", people.anna)).isEqualTo(2);
        assertThat(rows(held, "interactions")).isEqualTo(8);
        assertThat(held.message()).contains("until it is released");
    }

    @Test
    void request_twoHoldsThatOverlap_waitsForBoth() {
        people.uses(people.anna, 6);
        people.hold("one", people.anna.toString(), "", "2026-11-22T00:00:00Z", "2027-01-01");
        people.hold("all", "", "2026-11-21T22:00:00Z", "", "2027-02-01");

        assertThat(erase(people.anna).heldUntil()).isEqualTo(LocalDate.parse("2027-02-01"));
        people.release("one");
        erasures.resume(People.TENANT);
        // Those of the second hold alone: 22:00, 23:00, 0:00, 1:00, 2:00
        assertThat(people.count("interactions", people.anna)).isEqualTo(5);
        people.release("all");
        erasures.resume(People.TENANT);
        assertThat(people.count("interactions", people.anna)).isZero();
    }

    @Test
    void request_holdOnAnotherPerson_isNoMatter() {
        people.uses(people.anna, 3);
        people.hold("other", people.ben.toString(), "", "", "");

        assertThat(erase(people.anna).state()).isEqualTo(State.COMPLETE);
    }

    @Test
    void resume_holdPlacedAfterTheKeyWasDestroyed_finishesTheErasure() {
        people.uses(people.anna, 5);
        interruptAt(2);
        people.hold("late", people.anna.toString(), "", "", "");

        erasures.resume(People.TENANT);

        assertThat(people.count("interactions", people.anna)).isZero();
        assertThat(erasures.page(People.TENANT, PageRequest.first()).items().getFirst().state())
                .isEqualTo(State.COMPLETE);
    }

    /** A process that dies: the database refuses the n-th change of the erasure's row. */
    private void interruptAt(int step) {
        people.sql("CREATE SEQUENCE steps");
        people.sql("GRANT USAGE ON SEQUENCE steps TO avow_app");
        people.sql(
                """
                CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                    IF nextval('steps') >= %d THEN RAISE EXCEPTION 'dead'; END IF;
                    RETURN NEW;
                END $$
                """
                        .formatted(step));
        people.sql(
                "CREATE TRIGGER die BEFORE UPDATE ON erasures FOR EACH ROW EXECUTE FUNCTION die()");
        try {
            Erasure unfinished = erase(people.anna);
            assertThat(unfinished.state()).isEqualTo(State.COMPLETE); // fewer steps than that
        } catch (RuntimeException died) {
            assertThat(died.getMessage()).doesNotContain("anna@");
        }
        people.sql("DROP TRIGGER die ON erasures");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void resume_afterDyingAtAnyStep_endsRightAndCountsRight(int step) {
        people.uses(people.anna, 10);
        people.uses(people.ben, 2);
        interruptAt(step);

        erasures.resume(People.TENANT);
        erasures.resume(People.TENANT);

        Erasure done = erasures.page(People.TENANT, PageRequest.first()).items().getFirst();
        assertThat(done.state()).isEqualTo(State.COMPLETE);
        assertThat(rows(done, "interactions")).isEqualTo(10);
        assertThat(done.stores().stream().filter(each -> each.action() == Action.ASK)).hasSize(1);
        assertThat(people.count("interactions", people.anna)).isZero();
        assertThat(people.count("interactions", people.ben)).isEqualTo(2);
        assertThat(people.users.find(People.TENANT, people.anna)).isEmpty();
    }

    @Test
    void resume_usesRecordedAfterTheErasure_goToo() {
        erase(people.anna);
        people.use(people.anna, people.now.minusSeconds(60));

        erasures.resume(People.TENANT);

        assertThat(people.count("interactions", people.anna)).isZero();
    }

    @Test
    void resume_firstAfterAStart_findsUsesOfAnyAge() {
        erase(people.anna);
        people.now = people.now.plus(Duration.ofDays(40));
        people.use(people.anna, people.now.minus(Duration.ofDays(41)));
        people.use(people.ben, people.now.minus(Duration.ofDays(41)));

        people.erasures(Duration.ZERO).resume(People.TENANT);

        assertThat(people.count("interactions", people.anna)).isZero();
        assertThat(people.count("interactions", people.ben)).isEqualTo(1);
    }

    /** Nobody can read them, but they still lie on the disk. */
    @Test
    void request_rowsThatArePastTheirTime_areDeletedToo() {
        people.uses(people.anna, 10);
        people.sql(
                "INSERT INTO retention_limits SELECT tenant_id, '"
                        + people.now.minus(Duration.ofHours(5))
                        + "' FROM tenants");

        assertThat(rows(erase(people.anna), "interactions")).isEqualTo(10);

        assertThat(people.count("interactions", people.anna)).isZero();
    }

    /**
     * Nobody can read them in the table, but they may lie on the disk until retention's next run.
     */
    @Test
    void p3_rowsThatMovedToTheArchive_leaveTheDiskAndAreReadInTheArchiveByNobody(
            @TempDir Path folder) {
        people.use(people.anna, people.now.minus(Duration.ofDays(41)));
        people.use(people.ben, people.now.minus(Duration.ofDays(41)));
        Archives archives = people.archive(folder);
        assertThat(people.readable(people.anna)).isZero();

        assertThat(rows(erase(people.anna), "interactions")).isEqualTo(1);

        assertThat(people.count("interactions", people.anna)).isZero();
        assertThat(
                        archives.read(
                                People.TENANT,
                                people.now.minus(Duration.ofDays(50)),
                                people.now,
                                null,
                                _ -> {}))
                .isEqualTo(new Archives.Found(1, 1));
    }

    @Test
    void request_whileTheDatabaseIsSlowToRecord_catchesUpFirst() {
        people.catchUp = () -> people.use(people.anna, people.now.minusSeconds(1));

        assertThat(rows(erase(people.anna), "interactions")).isEqualTo(1);
    }

    @Test
    void request_journalUnwritable_erasesNothing() {
        people.uses(people.anna, 2);
        Erasures broken =
                new Erasures(
                        people.database.tenancy(),
                        people.users,
                        people.audit,
                        new ErasureRun(
                                people.database.tenancy(),
                                people.users,
                                people.database.keyring().subjects(),
                                new dev.avow.retain.PrivacyJournal(
                                        java.nio.file.Path.of("/proc/nowhere")),
                                people.audit,
                                () -> {},
                                3,
                                people.clock),
                        Duration.ZERO,
                        () -> {},
                        people.clock);

        assertThatThrownBy(() -> broken.request(People.OPERATOR, people.anna))
                .isInstanceOfSatisfying(
                        FaultException.class,
                        failed ->
                                assertThat(failed.fault())
                                        .extracting(Fault::code)
                                        .isEqualTo(FaultCode.STORE_UNAVAILABLE));
        assertThat(people.count("interactions", people.anna)).isEqualTo(2);
        assertThat(people.database.keyring().subjects().isDestroyed(People.TENANT, people.anna))
                .isFalse();
    }
}
