package dev.avow.retain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * R2: what is archived is behind the tenant's limit, in the archive once and in the table for
 * nobody. R5: also where a hold or a row comes meanwhile.
 */
class ArchiveLimitTest extends RetentionSite {

    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final Instant OLD = NOW.minus(Duration.ofDays(40));
    private static final Schedule SCHEDULE =
            new Schedule(Profile.GOVERNANCE, Map.of(), Optional.of(Duration.ofDays(30)));

    @TempDir Path folder;

    private Runnable meanwhile = () -> {};

    /** Once, while the first object is written. */
    private void once(Runnable work) {
        meanwhile =
                () -> {
                    meanwhile = () -> {};
                    work.run();
                };
    }

    private Archives archives(Instant now) {
        ObjectStore store = new MeddledStore(new FolderObjects(folder), () -> meanwhile.run());
        return new Archives(
                database.tenancy(),
                database.keyring(),
                store,
                SCHEDULE,
                InstantSource.fixed(now),
                10);
    }

    private void run() {
        run(NOW);
    }

    private void run(Instant now) {
        InstantSource clock = InstantSource.fixed(now);
        new RetentionRun(
                        database.tenancy(),
                        new Expiry(database.tenancy(), SCHEDULE, clock, 10),
                        Optional.of(archives(now)),
                        clock)
                .of(TENANT, () -> true);
    }

    /** With each as often as it is there. */
    private List<UUID> archived() {
        List<UUID> ids = new ArrayList<>();
        Archives.Found _ =
                archives(NOW)
                        .read(
                                TENANT,
                                Instant.EPOCH,
                                NOW,
                                null,
                                lines ->
                                        new String(lines, StandardCharsets.UTF_8)
                                                .lines()
                                                .map(ArchiveLimitTest::id)
                                                .forEach(ids::add));
        return ids;
    }

    private static UUID id(String line) {
        return UUID.fromString(line.replaceAll(".*\"id\":\"([0-9a-f-]{36})\".*", "$1"));
    }

    @Test
    void r2_archived_isReadInTheTableByNobodyAndDeletedByTheNextRun() throws SQLException {
        UUID first = table.add(OLD, ada);
        UUID second = table.add(OLD.plus(Duration.ofDays(3)), null);

        run();
        assertThat(table.left()).isEmpty();
        assertThat(onTheDisk()).isEqualTo(2);
        run();

        assertThat(onTheDisk()).isZero();
        assertThat(archived()).containsExactly(first, second);
    }

    @Test
    void r2_rowComesLate_isReadUntilTheNextRunArchivesItAndNoOtherTwice() {
        UUID before = table.add(OLD, ada);
        UUID after = table.add(OLD.plusSeconds(20), null);
        run();

        UUID late = table.add(OLD.plusSeconds(10), ben);
        assertThat(table.left()).containsExactly(late);
        UUID later = table.add(OLD.plusSeconds(5), ben);
        UUID sameTime = table.add(OLD.plusSeconds(5), ben);
        assertThat(table.left()).containsExactlyInAnyOrder(late, later, sameTime);
        run();

        assertThat(table.left()).isEmpty();
        assertThat(archived()).containsExactlyInAnyOrder(before, after, late, later, sameTime);
    }

    /** A journal whose row was committed, and not marked as such, is replayed. */
    @Test
    void r2_rowIsWrittenAgainWhenArchived_isNotArchivedTwice() {
        UUID row = table.add(OLD, ada);
        UUID next = table.add(OLD.plusSeconds(1), ada);
        run();

        int written = database.tenancy().within(TENANT, handle -> table.add(handle, row, OLD, ada));
        assertThat(written).isZero();
        run();

        assertThat(table.left()).isEmpty();
        assertThat(archived()).containsExactlyInAnyOrder(row, next);
    }

    @Test
    void r2_rowComesWhileItsDayIsWritten_isArchivedToo() {
        UUID first = table.add(OLD, ada);
        UUID[] late = new UUID[1];
        once(() -> late[0] = table.add(OLD.plusSeconds(1), null));

        run();

        assertThat(table.left()).isEmpty();
        assertThat(archived()).containsExactlyInAnyOrder(first, late[0]);
    }

    /** The archive's commit waits for it: what is not committed is seen by nobody. */
    @Test
    void r2_rowIsBeingInsertedAtTheCommit_isArchivedToo() throws Exception {
        UUID first = table.add(OLD, ada);
        CompletableFuture<UUID> late = new CompletableFuture<>();
        once(() -> {
            CompletableFuture<Boolean> inserted = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> late.complete(addSlowly(inserted)));
            boolean _ = inserted.join();
        });

        run();
        assertThat(late.get(60, TimeUnit.SECONDS)).isNotNull();
        run();

        assertThat(table.left()).isEmpty();
        assertThat(archived()).containsExactlyInAnyOrder(first, late.get());
    }

    private UUID addSlowly(CompletableFuture<Boolean> inserted) {
        UUID id = Ids.next();
        return database.tenancy()
                .within(
                        TENANT,
                        handle -> {
                            int _ = table.add(handle, id, OLD.plusSeconds(1), null);
                            inserted.complete(true);
                            boolean _ = pause();
                            return id;
                        });
    }

    @Test
    void r5_holdPlacedAfterwards_showsNothingTwiceAndKeepsItsRowToTheRelease() {
        UUID held = table.add(OLD, ada);
        UUID free = table.add(OLD, ben);
        run();

        LegalHold hold = table.hold(List.of(ada), null, null);
        assertThat(table.left()).isEmpty();
        run();
        assertThat(table.left()).isEmpty();
        assertThat(archived()).containsExactlyInAnyOrder(held, free);

        run(NOW.plus(Duration.ofDays(51)));
        assertThat(archived()).isEmpty();
        assertThat(table.left()).containsExactly(held);
        table.release(hold);
        run(NOW.plus(Duration.ofDays(51)));
        assertThat(table.left()).isEmpty();
    }

    @Test
    void r5_rowThatAHoldKept_isArchivedOnceWhenReleased() {
        UUID held = table.add(OLD, ada);
        UUID free = table.add(OLD.plusSeconds(1), ben);
        LegalHold hold = table.hold(List.of(ada), null, null);
        run();
        assertThat(table.left()).containsExactly(held);

        table.release(hold);
        run();
        run();

        assertThat(table.left()).isEmpty();
        assertThat(archived()).containsExactlyInAnyOrder(held, free);
    }

    /** The run that is behind its limit has no rows of its own to archive again. */
    @Test
    void r2_otherTenant_keepsItsOwnLimit() {
        TenantId other = database.newTenant("Distel");
        UUID theirs = new Table(database, other).add(OLD, null);
        UUID _ = table.add(OLD, ada);

        run();

        assertThat(table.left()).isEmpty();
        assertThat(new Table(database, other).left()).containsExactly(theirs);
    }

    @Test
    void archiveUntil_withoutAnArchiveOfTheSameTransaction_movesNothing() {
        UUID row = table.add(OLD, ada);

        boolean moved =
                database.tenancy()
                        .within(
                                TENANT,
                                handle ->
                                        handle.createQuery(
                                                        """
                                                        SELECT archive_until(:until, sha256(string_agg(
                                                            uuid_send(id), ''::bytea ORDER BY occurred_at, id)))
                                                        FROM interactions
                                                        """)
                                                .bind("until", NOW.atOffset(ZoneOffset.UTC))
                                                .mapTo(Boolean.class)
                                                .one());

        assertThat(moved).isFalse();
        assertThat(table.left()).containsExactly(row);
    }

    @Test
    void read_archiveOfTheFirstFormat_isReadAndDeleted() {
        UUID row = table.add(OLD, ada);
        run();
        Archive archive = archives(NOW).between(TENANT, Instant.EPOCH, NOW).getFirst();
        ArchiveName name = new ArchiveName(TENANT, archive.day(), archive.id());
        inTheFirstFormat(new FolderObjects(folder), name);

        assertThat(archived()).containsExactly(row);
        run(NOW.plus(Duration.ofDays(51)));
        assertThat(new FolderObjects(folder).get(name.rows())).isEmpty();
        assertThat(new FolderObjects(folder).get(name.manifest())).isEmpty();
    }

    /** Three objects, as they were written until there was one. */
    private static void inTheFirstFormat(ObjectStore store, ArchiveName name) {
        byte[] whole = store.get(name.whole()).orElseThrow();
        int end = whole.length - 4;
        int from = end - ByteBuffer.wrap(whole).getInt(end);
        byte[] json = Arrays.copyOfRange(whole, from, end);
        int rows = ArchiveManifest.read(json).orElseThrow().bytes();
        store.put(name.rows(), Arrays.copyOf(whole, rows));
        store.put(name.index(), Arrays.copyOfRange(whole, rows, from));
        store.put(
                name.manifest(),
                new String(json, StandardCharsets.UTF_8)
                        .replace("avow-archive/4", "avow-archive/1")
                        .getBytes(StandardCharsets.UTF_8));
        store.delete(name.whole());
    }
}
