package dev.avow.app;

import dev.avow.processing.HeldPlace;
import dev.avow.tenancy.TableCatalogue;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The parts of {@code docs/data-catalogue.md} that follow from the schema and from the code. */
final class DataCataloguePage {

    private DataCataloguePage() {}

    static String tables(Handle handle) {
        StringBuilder page = new StringBuilder();
        page.append("| table | class | kept | erased | sealed | names a person |\n");
        page.append("| --- | --- | --- | --- | --- | --- |\n");
        for (TableCatalogue.Table table : TableCatalogue.of(handle)) {
            page.append(
                    "| `%s` | %s | %s | %s | %s | %s |\n"
                            .formatted(
                                    table.name(),
                                    table.dataClass().id(),
                                    table.kept(),
                                    table.erased(),
                                    listed(table.sealed()),
                                    listed(table.persons())));
        }
        return page.toString();
    }

    static String places() {
        StringBuilder page = new StringBuilder();
        page.append("| place | holds | class | kept | erased |\n");
        page.append("| --- | --- | --- | --- | --- |\n");
        for (HeldPlace place : HeldPlace.ALL) {
            page.append(
                    "| %s | %s | %s | %s | %s |\n"
                            .formatted(
                                    place.place(),
                                    place.holds(),
                                    String.join(", ", place.classIds()),
                                    place.kept(),
                                    place.erased()));
        }
        return page.toString();
    }

    private static String listed(List<String> columns) {
        return columns.isEmpty() ? "–" : "`" + String.join("`, `", columns) + "`";
    }
}
