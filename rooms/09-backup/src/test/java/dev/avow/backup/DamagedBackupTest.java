package dev.avow.backup;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.sealing.MasterKey;
import dev.avow.sealing.SealingException;
import dev.avow.tenancy.SpareDatabase;
import dev.avow.words.FaultException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** R4: what was altered, moved, cut or sealed by another is refused. */
final class DamagedBackupTest extends AtSite {

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
        refused(made, uses, Arrays.copyOf(good, good.length - 1));
        refused(made, uses, Arrays.copyOf(good, 3));
        refused(made, uses, Arrays.copyOf(good, good.length + 1));
        refused(made, uses, new byte[0]);
        int first = ByteBuffer.wrap(good).getInt() + 8;
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
}
