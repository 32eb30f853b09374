package dev.avow.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PrivateFilesTest {

    private static final byte[] ONE = {1, 2, 3};
    private static final byte[] TWO = {4};

    @TempDir Path folder;

    private String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private long names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.count();
        }
    }

    @Test
    void replace_twice_leavesTheNewOneClosedToOthersAndNoDraft() throws IOException {
        Path file = folder.resolve("f");

        PrivateFiles.replace(file, ONE);
        PrivateFiles.replace(file, TWO);

        assertThat(Files.readAllBytes(file)).isEqualTo(TWO);
        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(names()).isEqualTo(1);
    }

    /** The file was durable, but not the folders that it lay in. */
    @Test
    void replace_inFoldersThatAreNotThere_onceLeftTheirNamesUnforced() throws Exception {
        Path file = folder.resolve("made/too/f");
        List<Path> forced = forcedBy(() -> PrivateFiles.replace(file, ONE));
        assertThat(forced).contains(folder, folder.resolve("made"), folder.resolve("made/too"));

        assertThat(forcedBy(() -> PrivateFiles.makeFolder(folder.resolve("made/too"))))
                .as("nothing was made")
                .isEmpty();
    }

    private interface Work {
        void run() throws IOException;
    }

    /** Which files and folders work waits for, as the JDK itself tells. */
    private List<Path> forcedBy(Work work) throws IOException {
        Path told = Files.createTempFile("forced", ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.FileForce").withoutThreshold();
            recording.start();
            work.run();
            recording.stop();
            recording.dump(told);
            return RecordingFile.readAllEvents(told).stream()
                    .map(each -> Path.of(each.getString("path")))
                    .filter(each -> each.startsWith(folder))
                    .toList();
        } finally {
            Files.delete(told);
        }
    }

    @Test
    void replaceAll_someThereAndADraftOfACrash_leavesTheNewOnesAlone() throws IOException {
        Path file = folder.resolve("f");
        Path other = folder.resolve("g");
        PrivateFiles.replace(file, ONE);
        Files.write(PrivateFiles.draftOf(other), ONE);

        PrivateFiles.replaceAll(Map.of(file, TWO, other, ONE));

        assertThat(Files.readAllBytes(file)).isEqualTo(TWO);
        assertThat(Files.readAllBytes(other)).isEqualTo(ONE);
        assertThat(mode(other)).isEqualTo("rw-------");
        assertThat(names()).isEqualTo(2);
    }

    @Test
    void replace_besideTheDraftOfACrash_works() throws IOException {
        Path file = folder.resolve("f");
        Files.write(PrivateFiles.draftOf(file), ONE);

        PrivateFiles.replace(file, TWO);

        assertThat(Files.readAllBytes(file)).isEqualTo(TWO);
        assertThat(names()).isEqualTo(1);
    }

    @Test
    void replace_draftOfACrash_isWrittenOver() throws IOException {
        Path file = folder.resolve("f");
        Files.write(PrivateFiles.draftOf(file), ONE);
        Path held = Files.createLink(folder.resolve("held"), PrivateFiles.draftOf(file));

        PrivateFiles.replace(file, TWO);

        assertThat(Files.readAllBytes(held)).containsOnly(0);
    }

    @Test
    void replace_failed_leavesNoDraft() throws IOException {
        Path file = folder.resolve("f");
        Files.createDirectories(file.resolve("in"));

        assertThatThrownBy(() -> PrivateFiles.replace(file, ONE)).isInstanceOf(IOException.class);

        assertThat(names()).isEqualTo(1);
    }

    @Test
    void createFirst_whereThereIsOne_leavesItAsItIs() throws IOException {
        Path file = folder.resolve("in").resolve("f");

        PrivateFiles.createFirst(file, ONE);
        PrivateFiles.createFirst(file, TWO);

        assertThat(Files.readAllBytes(file)).isEqualTo(ONE);
        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(mode(folder.resolve("in"))).isEqualTo("rwx------");
    }

    @Test
    void overwriteAndDelete_aFileWithAnotherName_leavesNothingOfItsContent() throws IOException {
        Path file = folder.resolve("f");
        PrivateFiles.replace(file, ONE);
        Files.createLink(folder.resolve("witness"), file);

        PrivateFiles.overwriteAndDelete(file);
        PrivateFiles.overwriteAndDelete(file);

        assertThat(file).doesNotExist();
        assertThat(Files.readAllBytes(folder.resolve("witness"))).isEqualTo(new byte[3]);
    }
}
