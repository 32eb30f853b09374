package dev.avow.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.merkle.Checkpoint;
import dev.avow.merkle.Hash;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FileWitnessTest extends SevenEntries {

    private static final String ORIGIN = "avow/" + TENANT;

    private static Checkpoint of(long size) {
        return new Checkpoint(ORIGIN, size, Hash.ofLeaf(new byte[] {(byte) size}));
    }

    private static void keep(Witness witness, long size) {
        witness.keep(of(size), of(size).text() + "\n\u2014 " + ORIGIN + " AAAA\n");
    }

    /** A note that was half written (full disk, power cut) must not end all checkpoints. */
    @Test
    void sign_afterANoteWasHalfWritten_goesOn() throws Exception {
        checkpoints().sign(TENANT);
        Path file = witnessed().resolve(TENANT + ".checkpoints");
        Files.writeString(file, "avow/" + TENANT + "\n8\nAAAA", StandardOpenOption.APPEND);
        append(7);
        checkpoints().sign(TENANT);
        append(8);

        assertThatCode(() -> checkpoints().sign(TENANT)).doesNotThrowAnyException();
    }

    @Test
    void last_whereTheFirstNoteWasHalfWritten_isEmptyAndGoesOn() throws Exception {
        Files.createDirectories(witnessed());
        Path file = witnessed().resolve(TENANT + ".checkpoints");
        Files.writeString(file, ORIGIN + "\n1");
        Witness witness = new FileWitness(witnessed());

        assertThat(witness.last(ORIGIN)).isEmpty();
        keep(witness, 2);
        assertThat(witness.last(ORIGIN)).isEqualTo(Optional.of(of(2)));
        assertThat(Files.readString(file)).startsWith(ORIGIN + "\n2\n");
    }

    @Test
    void keep_anEarlierCheckpoint_keepsTheLaterOne() {
        Witness witness = new FileWitness(witnessed());
        keep(witness, 8);
        keep(witness, 7);

        assertThat(witness.last(ORIGIN)).isEqualTo(Optional.of(of(8)));
    }

    /** Longer than what is read of it. */
    @Test
    void last_ofALongFile_isTheLast() throws Exception {
        Witness witness = new FileWitness(witnessed());
        for (int size = 1; size <= 800; size++) {
            keep(witness, size);
        }
        Path file = witnessed().resolve(TENANT + ".checkpoints");
        assertThat(Files.size(file)).isGreaterThan(100_000);
        assertThat(witness.last(ORIGIN)).isEqualTo(Optional.of(of(800)));

        Files.write(file, new byte[200_000], StandardOpenOption.APPEND);
        assertThatThrownBy(() -> witness.last(ORIGIN)).isInstanceOf(BrokenLog.class);
    }

    @Test
    void last_whereTheLastNoteIsNone_isDamaged() throws Exception {
        Witness witness = new FileWitness(witnessed());
        keep(witness, 1);
        Files.write(
                witnessed().resolve(TENANT + ".checkpoints"),
                "garbage\n---\n".getBytes(StandardCharsets.UTF_8),
                StandardOpenOption.APPEND);

        assertThatThrownBy(() -> witness.last(ORIGIN))
                .isInstanceOf(BrokenLog.class)
                .hasMessageContaining("docs/audit.md");
    }
}
