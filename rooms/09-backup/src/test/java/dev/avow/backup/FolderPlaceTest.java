package dev.avow.backup;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FolderPlaceTest extends BackupPlaceContract {

    @TempDir Path folder;

    @Override
    protected BackupPlace place() {
        return new FolderPlace(folder.resolve("backups"));
    }
}
