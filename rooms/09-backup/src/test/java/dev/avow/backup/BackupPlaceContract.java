package dev.avow.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every place for backups does. */
public abstract class BackupPlaceContract {

    private static final String FIRST = "avow-20260131T020000Z-0123456789ab";
    private static final String SECOND = "avow-20260201T020000Z-0123456789ab";
    private static final String PART = "users.part";

    /** An empty place. */
    protected abstract BackupPlace place();

    @Test
    void write_part_isReadBackAsItWas() throws IOException {
        BackupPlace place = place();
        byte[] content = new byte[3_000_000];
        new Random(1).nextBytes(content);

        try (OutputStream out = place.write(FIRST, PART)) {
            out.write(content, 0, 1);
            out.write(content[1]);
            out.write(content, 2, content.length - 2);
        }

        assertThat(read(place, FIRST, PART)).isEqualTo(content);
        assertThat(place.has(FIRST, PART)).isTrue();
    }

    @Test
    void write_nothing_isAnEmptyPart() throws IOException {
        BackupPlace place = place();

        place.write(FIRST, PART).close();

        assertThat(read(place, FIRST, PART)).isEmpty();
    }

    @Test
    void commit_again_replacesItWhole() throws IOException {
        BackupPlace place = place();
        place.write(FIRST, PART).close();
        place.commit(FIRST, BackupPlace.MANIFEST, new byte[100]);

        place.commit(FIRST, BackupPlace.MANIFEST, new byte[] {7});

        assertThat(read(place, FIRST, BackupPlace.MANIFEST)).containsExactly(7);
    }

    @Test
    void read_none_isToldApartFromAFailure() throws IOException {
        BackupPlace place = place();
        place.write(FIRST, PART + "2").close();

        assertThat(place.has(FIRST, PART)).isFalse();
        assertThatThrownBy(() -> place.read(FIRST, PART)).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> place.read(SECOND, PART)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void names_all_areInOrderAndOfBackupsAlone() throws IOException {
        BackupPlace place = place();
        assertThat(place.names()).isEmpty();
        place.write(SECOND, PART).close();
        place.write(FIRST, PART).close();
        place.write("somebody-elses", PART).close();

        assertThat(place.names()).containsExactly(FIRST, SECOND);
    }

    @Test
    void remove_one_leavesTheOthers() throws IOException {
        BackupPlace place = place();
        for (String each : new String[] {FIRST, SECOND}) {
            place.write(each, PART).close();
            place.commit(each, BackupPlace.MANIFEST, new byte[1]);
        }

        place.remove(FIRST);
        place.remove(FIRST);

        assertThat(place.names()).containsExactly(SECOND);
        assertThat(place.has(FIRST, BackupPlace.MANIFEST)).isFalse();
        assertThat(place.has(SECOND, BackupPlace.MANIFEST)).isTrue();
    }

    @Test
    void location_backup_endsWithItsName() {
        assertThat(place().location(FIRST)).endsWith("/" + FIRST);
    }

    private static byte[] read(BackupPlace place, String backup, String part) throws IOException {
        try (InputStream in = place.read(backup, part)) {
            return in.readAllBytes();
        }
    }
}
