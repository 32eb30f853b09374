package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** R1: the page that says what is held is what the schema says; none is missing. */
final class DataCataloguePageTest {

    private static final Path PAGE =
            Path.of(System.getProperty("avow.root", "..")).resolve("docs/data-catalogue.md");

    /** To write the page anew: {@code -Davow.catalogue.write=true}. */
    @Test
    void page_tables_areThoseOfTheSchema() throws IOException, SQLException {
        try (TestDatabase database = TestDatabase.fresh();
                var connection = database.openAsOwner();
                var handle = Jdbi.create(connection).open()) {
            String tables = DataCataloguePage.tables(handle);
            String page = Files.readString(PAGE);
            if (Boolean.getBoolean("avow.catalogue.write")) {
                int from = page.indexOf("| table | class |");
                int to = page.indexOf("\n\n", from) + 1;
                page = page.substring(0, from) + tables + page.substring(to);
                Files.writeString(PAGE, page);
            }
            assertThat(page).contains(tables);
        }
    }

    @Test
    void page_files_areThoseOfTheRecordOfProcessing() throws IOException {
        assertThat(Files.readString(PAGE)).contains(DataCataloguePage.places());
    }
}
