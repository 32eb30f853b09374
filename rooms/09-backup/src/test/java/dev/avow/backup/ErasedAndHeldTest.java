package dev.avow.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.retain.JournalEntry;
import dev.avow.tenancy.SpareDatabase;
import dev.avow.tenancy.Tenancy;
import dev.avow.words.TenantId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** P3, R5: a backup brings back nobody who was erased since, and no hold is forgotten. */
final class ErasedAndHeldTest extends AtSite {

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
        return HexFormat.of().formatHex(bytes);
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
                        public void erased(TenantId tenant, UUID person, int rows) {
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
