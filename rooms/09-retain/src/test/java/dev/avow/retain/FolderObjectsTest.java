package dev.avow.retain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.words.FaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderObjectsTest extends ObjectStoreContract {

    @TempDir Path folder;

    @Override
    protected ObjectStore store() {
        return new FolderObjects(folder.resolve("archive"));
    }

    @Test
    void put_file_isReadableByItsOwnerAlone() throws IOException {
        store().put("a/b", new byte[1]);

        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(folder.resolve("archive/a/b"))))
                .isEqualTo("rw-------");
    }

    @Test
    void put_nameOutsideOfTheFolder_isRefused() {
        assertThatThrownBy(() -> store().put("../b", new byte[1]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void put_folderThatCannotBe_saysWhatToCheck() throws IOException {
        Files.writeString(folder.resolve("archive"), "a file");

        assertThatThrownBy(() -> store().put("a/b", new byte[1]))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("check its permissions");
    }
}
