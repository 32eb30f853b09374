package dev.avow.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.disk.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** I7: the copy of the keys holds the newest of each, and nothing of the master key. */
final class KeyMirrorTest {

    @TempDir private Path folder = Path.of("unused");

    private Path from = Path.of("unused");
    private Path to = Path.of("unused");

    @BeforeEach
    void plant() throws IOException {
        from = folder.resolve("keys");
        to = folder.resolve("copy");
        PrivateFiles.replace(from.resolve("master.json"), new byte[] {1});
        PrivateFiles.replace(from.resolve("master.json.rotation"), new byte[] {2});
        PrivateFiles.replace(from.resolve("tenants/t.key"), new byte[] {3});
    }

    private void refresh(Path master) {
        new KeyMirror(from, to, master).refresh();
    }

    @Test
    void I7_masterKeyAmongTheKeys_isNotCopiedNorWhatRotatesIt() {
        refresh(from.resolve("master.json"));

        assertThat(to.resolve("tenants/t.key")).exists();
        assertThat(to.resolve("master.json")).doesNotExist();
        assertThat(to.resolve("master.json.rotation")).doesNotExist();
    }

    @Test
    void I7_masterKeyNamedByALink_isNotCopied() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), from.resolve("master.json"));

        refresh(link);

        assertThat(to.resolve("master.json")).doesNotExist();
    }

    @Test
    void I7_keyWrappedAnew_isWrittenOverInTheCopy() throws IOException {
        refresh(from.resolve("master.json"));
        Path held = Files.createLink(folder.resolve("held"), to.resolve("tenants/t.key"));
        PrivateFiles.replace(from.resolve("tenants/t.key"), new byte[] {4});

        refresh(from.resolve("master.json"));

        assertThat(to.resolve("tenants/t.key")).hasBinaryContent(new byte[] {4});
        assertThat(held).hasBinaryContent(new byte[] {0});
    }
}
