package dev.avow.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.retain.JournalEntry;
import dev.avow.sealing.MasterKey;
import dev.avow.sealing.SealingException;
import dev.avow.tenancy.DatabaseAccess;
import dev.avow.tenancy.Reload;
import dev.avow.tenancy.SpareDatabase;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.FaultException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R4, P3, R5: backups hold everything, and bring back nobody who was erased. */
final class BackupTest {

    private static final String EMAIL = "anna.achterberg@example.com";

    @TempDir Path folder;

    private Site site;

    @BeforeEach
    void open() {
        site = new Site(folder);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void load_wholeBackup_bringsEveryRowBack() {
        site.newPerson(EMAIL, 700);
        site.newUses(null, 900);
        var before = Site.rows(site.database.access());

        BackupMaker.Made made = site.backup();

        assertThat(made.manifest().tables())
                .extracting(Manifest.Part::name)
                .containsExactlyInAnyOrderElementsOf(before.keySet());
        try (SpareDatabase spare = site.spare()) {
            List<Restoration.Table> loaded = Restoration.load(site.open(made), spare.access());
            assertThat(Site.rows(spare.access())).isEqualTo(before);
            assertThat(loaded).allMatch(each -> each.erased() == 0 && each.orphans() == 0);
            Tenancy.open(spare.access()).close();
        }
        assertThat(BackupCheck.read(site.open(made))).isZero();
        assertThat(BackupCheck.restore(site.open(made), site.database.access())).isNotEmpty();
    }

    /** P3: the person is in no backup any more, and everybody else still is. */
    @Test
    void load_personErasedSince_bringsTheOthersBackAlone() {
        UUID anna = site.newPerson(EMAIL, 30);
        UUID ben = site.newPerson("ben@example.com", 20);
        BackupMaker.Made made = site.backup();

        site.journal.append(JournalEntry.erased(Instant.now(), Site.TENANT, anna));
        Replay.destroyKeys(site.journal.entries(), site.persons);

        assertThat(BackupCheck.read(site.open(made))).isEqualTo(30 + 4);
        try (SpareDatabase spare = site.spare()) {
            Restoration.load(site.open(made), spare.access());
            try (Tenancy tenancy = Tenancy.open(spare.access())) {
                Replay.Replayed replayed =
                        new Replay(tenancy, Instant.now())
                                .run(
                                        site.journal.entries(),
                                        made.manifest().takenAt(),
                                        site.persons);
                assertThat(replayed.erasures()).isEqualTo(1);
                assertThat(replayed.signedOut()).isEqualTo(1);
            }
            var after = Site.rows(spare.access());
            assertThat(after.get("users")).hasSize(1).first().asString().contains(ben.toString());
            assertThat(after.get("interactions")).hasSize(20);
            assertThat(after.get("budgets")).hasSize(1);
            assertThat(after.get("erasures")).hasSize(1).first().asString().contains("complete");
            after.remove("erasures");
            assertThat(after.toString()).doesNotContain(anna.toString());
        }
    }

    /** R1: they go with their weeks, as they would have. */
    @Test
    void load_usesOfThePast_lieInTheirWeeks() {
        UUID _ = site.newPerson(EMAIL, 3);
        owner(site.database.access())
                .useHandle(handle ->
                        handle.execute(
                                "UPDATE interactions SET occurred_at = now() - interval '100"
                                        + " days'"));
        BackupMaker.Made made = site.backup();

        try (SpareDatabase spare = site.spare()) {
            Restoration.load(site.open(made), spare.access());

            List<Boolean> inAWeek =
                    owner(spare.access())
                            .withHandle(handle ->
                                    handle.createQuery(
                                                    """
                                                    SELECT p.high - p.low = interval '7 days'
                                                    FROM interactions i
                                                    JOIN interaction_parts() p ON p.part = i.tableoid
                                                    """)
                                            .mapTo(Boolean.class)
                                            .list());
            assertThat(inAWeek).containsExactly(true, true, true);
        }
    }

    private static Jdbi owner(DatabaseAccess access) {
        return Jdbi.create(access.url(), access.owner(), access.plaintextOwnerPassword());
    }

    /** P3: neither as it lies there nor by every key that is still held. */
    @Test
    void files_personErasedSince_holdNothingOfThem() throws IOException {
        UUID anna = site.newPerson(EMAIL, 3);
        byte[] sealed = sealedEmail(anna);
        BackupMaker.Made made = site.backup();
        assertThat(opened(made)).contains(hex(sealed));

        site.subjects.destroy(Site.TENANT, anna);

        assertThat(opened(made)).doesNotContain(hex(sealed)).doesNotContain(EMAIL);
        String raw = raw();
        assertThat(raw)
                .doesNotContain(EMAIL)
                .doesNotContain(anna.toString())
                .doesNotContain(new String(sealed, StandardCharsets.ISO_8859_1));
    }

    @Test
    void make_afterAnErasure_leavesThemOut() {
        UUID anna = site.newPerson(EMAIL, 3);
        site.subjects.destroy(Site.TENANT, anna);

        BackupMaker.Made made = site.backup();

        assertThat(made.manifest().tables().stream().mapToLong(Manifest.Part::leftOut).sum())
                .isEqualTo(3 + 4);
        try (SpareDatabase spare = site.spare()) {
            Restoration.load(site.open(made), spare.access());
            assertThat(Site.rows(spare.access()).toString()).doesNotContain(anna.toString());
        }
    }

    @Test
    void make_whileRowsAreWritten_isOfOneMoment() throws InterruptedException {
        AtomicBoolean stop = new AtomicBoolean();
        Thread writing =
                Thread.ofVirtual()
                        .start(() -> {
                            for (int i = 0; !stop.get(); i++) {
                                site.newPerson("p" + i + "@example.com", 5);
                            }
                        });
        try {
            for (int round = 0; round < 5; round++) {
                BackupMaker.Made made = site.backup();
                try (SpareDatabase spare = site.spare()) {
                    // Foreign keys are checked when they are put back; nothing may be missing.
                    assertThat(Restoration.load(site.open(made), spare.access()))
                            .allMatch(each -> each.orphans() == 0);
                }
            }
        } finally {
            stop.set(true);
            writing.join();
        }
    }

    @Test
    void read_alteredMovedOrCut_isRefused() throws IOException {
        site.newPerson(EMAIL, 2000);
        site.newUses(null, 3000);
        BackupMaker.Made made = site.backup();
        Path uses = Path.of(site.place.location(made.name()), "interactions.part");
        byte[] good = Files.readAllBytes(uses);

        byte[] altered = good.clone();
        altered[good.length / 2] ^= 1;
        refused(made, uses, altered);
        refused(made, uses, java.util.Arrays.copyOf(good, good.length - 1));
        refused(made, uses, java.util.Arrays.copyOf(good, 3));
        refused(made, uses, java.util.Arrays.copyOf(good, good.length + 1));
        refused(made, uses, new byte[0]);
        int first = java.nio.ByteBuffer.wrap(good).getInt() + 8;
        ByteArrayOutputStream swapped = new ByteArrayOutputStream();
        swapped.write(good, first, good.length - first);
        swapped.write(good, 0, first);
        refused(made, uses, swapped.toByteArray());
        BackupMaker.Made another = site.backup();
        refused(
                made,
                uses,
                Files.readAllBytes(
                        Path.of(site.place.location(another.name()), "interactions.part")));
        try (SpareDatabase spare = site.spare()) {
            assertThatThrownBy(() -> Restoration.load(site.open(made), spare.access()))
                    .isInstanceOfAny(Damaged.class, SealingException.class);
        }
        Files.delete(uses);
        assertThatThrownBy(() -> BackupCheck.read(site.open(made))).isInstanceOf(Damaged.class);
    }

    private void refused(BackupMaker.Made made, Path file, byte[] content) throws IOException {
        Files.write(file, content);
        assertThatThrownBy(() -> BackupCheck.read(site.open(made)))
                .isInstanceOfAny(Damaged.class, SealingException.class);
    }

    @Test
    void open_manifestAlteredOrGone_isRefused() throws IOException {
        BackupMaker.Made made = site.backup();
        Path file = Path.of(site.place.location(made.name()), ManifestFile.NAME);
        String good = Files.readString(file);

        Files.writeString(file, good.replaceFirst("\"rows\":\\d+", "\"rows\":7"));
        assertThatThrownBy(() -> site.open(made)).isInstanceOf(Damaged.class);
        Files.writeString(file, "{}\n");
        assertThatThrownBy(() -> site.open(made)).isInstanceOf(Damaged.class);
        Files.delete(file);
        assertThatThrownBy(() -> site.open(made))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("no whole backup");
    }

    @Test
    void open_anothersMasterKey_isRefused() {
        BackupMaker.Made made = site.backup();
        MasterKey other = MasterKey.readOrCreate(folder.resolve("other.json"));

        assertThatThrownBy(() -> BackupReader.open(site.place, made.name(), other, site.persons))
                .isInstanceOf(SealingException.class)
                .hasMessageContaining("AVOW_MASTER_KEY_FILE");
    }

    /** R5. */
    @Test
    void replay_holdsPlacedAndReleasedSince_areInForce() {
        BackupMaker.Made made = site.backup();
        UUID held = UUID.randomUUID();
        UUID released = UUID.randomUUID();
        UUID person = UUID.randomUUID();
        String reason = Base64.getEncoder().encodeToString(new byte[] {1, 2});
        Map<String, String> details =
                Map.of(
                        "name",
                        "Case 7",
                        "reason_sealed",
                        reason,
                        "user_ids",
                        person.toString(),
                        "expected_end",
                        "2027-01-31");
        for (UUID id : List.of(held, released)) {
            site.journal.append(
                    new JournalEntry(
                            Instant.now(),
                            Site.TENANT,
                            JournalEntry.Event.HOLD_PLACED,
                            id,
                            details));
        }
        site.journal.append(
                new JournalEntry(
                        Instant.now(),
                        Site.TENANT,
                        JournalEntry.Event.HOLD_RELEASED,
                        released,
                        Map.of("released_at", Instant.now().toString())));
        try (SpareDatabase spare = site.spare()) {
            Restoration.load(site.open(made), spare.access());
            try (Tenancy tenancy = Tenancy.open(spare.access())) {
                Replay replay = new Replay(tenancy, Instant.now());
                Replay.Replayed once =
                        replay.run(site.journal.entries(), made.manifest().takenAt(), site.persons);
                assertThat(once.holdsPlaced()).isEqualTo(2);
                assertThat(once.holdsReleased()).isEqualTo(1);
                Replay.Replayed again =
                        replay.run(site.journal.entries(), made.manifest().takenAt(), site.persons);
                assertThat(again.holdsPlaced() + again.holdsReleased()).isZero();
                boolean isHeld =
                        tenancy.within(
                                Site.TENANT,
                                handle ->
                                        handle.createQuery("SELECT is_held(:who, now())")
                                                .bind("who", person)
                                                .mapTo(boolean.class)
                                                .one());
                assertThat(isHeld).isTrue();
            }
        }
    }

    @Test
    void takeThePlace_restored_swapsAtOnceAndKeepsTheFormer() {
        site.newPerson(EMAIL, 3);
        BackupMaker.Made made = site.backup();
        site.newUses(null, 5);
        site.database.tenancy().close();
        try (SpareDatabase spare = site.spare()) {
            Restoration.load(site.open(made), spare.access());
            long oid = spare.oid();
            spare.takeThePlace();
            assertThat(SpareDatabase.oid(site.database.access())).isEqualTo(oid);
        }
        assertThat(Site.rows(site.database.access()).get("interactions")).hasSize(3);
        SpareDatabase.dropFormer(site.database.access());
        SpareDatabase.dropFormer(site.database.access());
    }

    @Test
    void load_earlierVersionsBackup_isBroughtToThePresent() {
        BackupMaker.Made made;
        try (SpareDatabase old = site.spare()) {
            Reload.into(old.access(), "8").close();
            made =
                    new BackupMaker(
                                    old.access(),
                                    site.database.masterKey(),
                                    site.subjects,
                                    java.time.Clock.systemUTC())
                            .make(site.place, Map.of());
            assertThat(made.manifest().schemaVersion()).isEqualTo("8");
        }
        try (SpareDatabase spare = site.spare()) {
            Restoration.load(site.open(made), spare.access());
            Tenancy.open(spare.access()).close();
            assertThat(Site.rows(spare.access())).containsKey("legal_holds");
        }
    }

    @Test
    void load_newerVersionsBackup_isRefused() {
        try (SpareDatabase spare = site.spare()) {
            assertThatThrownBy(() -> Reload.into(spare.access(), "999"))
                    .isInstanceOf(FaultException.class)
                    .hasMessageContaining("999");
        }
    }

    /** P3: also where the copy of a key would outlive it. */
    @Test
    void mirror_afterAnErasure_hasTheKeyNoMore() throws IOException {
        UUID anna = site.newPerson(EMAIL, 1);
        site.backup();
        Path copy = folder.resolve("copy");
        KeyMirror mirror = new KeyMirror(site.keys, copy, site.keys.resolve("master.json"));
        Files.writeString(site.keys.resolve("master.json"), "secret");
        mirror.refresh();
        Path key = Path.of("subjects", Site.TENANT.toString(), anna + ".key");
        assertThat(copy.resolve(key)).hasSameBinaryContentAs(site.keys.resolve(key));
        assertThat(copy.resolve("master.json")).doesNotExist();

        site.subjects.destroy(Site.TENANT, anna);
        mirror.refresh();

        assertThat(copy.resolve(key)).doesNotExist();
        assertThat(copy.resolve("subjects/" + Site.TENANT + "/" + anna + ".destroyed")).exists();
    }

    @Test
    void make_secondAtTheSameTime_isRefused() {
        try (var _ = dev.avow.tenancy.Snapshot.reserve(site.database.access())) {
            assertThatThrownBy(site::backup)
                    .isInstanceOf(FaultException.class)
                    .hasMessageContaining("another backup");
        }
        site.backup();
    }

    @Test
    void make_placeThatFails_leavesNothing() throws IOException {
        for (int failing = 0; failing < 12; failing += 3) {
            FailingPlace place = new FailingPlace(site.place, failing);
            assertThatThrownBy(() -> site.maker().make(place, Map.of()))
                    .isInstanceOf(FaultException.class)
                    .hasMessageContaining("cannot be written");
            assertThat(site.place.names()).isEmpty();
        }
    }

    @Test
    void expire_old_goesButNeverTheNewest() throws IOException {
        site.backup();
        BackupMaker.Made newest = site.backup();
        Files.createDirectories(folder.resolve("backups/avow-20200101T000000Z-0123456789ab"));
        Backups backups = new Backups(site.place);
        backups.check(newest.name(), new Checked(Instant.now(), true));

        assertThat(backups.expire(Duration.ofDays(30), Instant.now())).isEqualTo(1);
        assertThat(backups.all()).hasSize(2);
        assertThat(backups.expire(Duration.ofDays(30), Instant.now().plus(Duration.ofDays(31))))
                .isEqualTo(1);
        assertThat(backups.all())
                .singleElement()
                .satisfies(each -> assertThat(each.name()).isEqualTo(newest.name()))
                .satisfies(
                        each -> assertThat(each.checked().map(Checked::restored)).contains(true));
    }

    @Test
    void persons_everyTable_isKnownWhereItNamesPeople() {
        try (var snapshot = dev.avow.tenancy.Snapshot.reserve(site.database.access())) {
            assertThat(snapshot.tables())
                    .isNotEmpty()
                    .noneMatch(each -> Persons.isForgotten(each.name(), each.columns()));
            assertThat(Persons.isForgotten("novelty", List.of("tenant_id", "user_id"))).isTrue();
        }
        long sequences =
                site.database
                        .tenancy()
                        .atTheGate(handle ->
                                handle.createQuery("SELECT count(*) FROM pg_sequences")
                                        .mapTo(long.class)
                                        .one());
        assertThat(sequences).as("sequences, which a backup would have to hold too").isZero();
    }

    private byte[] sealedEmail(UUID person) {
        return site.database
                .tenancy()
                .within(
                        Site.TENANT,
                        handle ->
                                handle.createQuery("SELECT email_sealed FROM users WHERE id = :id")
                                        .bind("id", person)
                                        .mapTo(byte[].class)
                                        .one());
    }

    private static String hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes);
    }

    /** All that opens with every key that is still held. */
    private String opened(BackupMaker.Made made) {
        StringBuilder all = new StringBuilder();
        BackupReader reader = site.open(made);
        for (Manifest.Part part : made.manifest().parts()) {
            reader.read(
                    part,
                    new BackupReader.Sink() {
                        @Override
                        public void content(byte[] bytes, int rows) {
                            all.append(new String(bytes, StandardCharsets.UTF_8));
                        }

                        @Override
                        public void erased(dev.avow.words.TenantId tenant, UUID person, int rows) {
                            // Nothing came out.
                        }
                    });
        }
        return all.toString();
    }

    private String raw() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder.resolve("backups"))) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                all.append(each)
                        .append(new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}
