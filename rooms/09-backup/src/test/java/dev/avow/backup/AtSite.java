package dev.avow.backup;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A database with its backups beside it, anew for each test. */
abstract class AtSite {

    static final String EMAIL = "anna.achterberg@example.com";

    @TempDir Path folder;

    Site site;

    @BeforeEach
    final void open() {
        site = new Site(folder);
    }

    @AfterEach
    final void close() {
        site.close();
    }
}
