package dev.avow.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/**
 * The part of {@code docs/data-catalogue.md} that follows from the schema: each table with what its
 * comment declares, and its columns that hold sealed values or name a person.
 */
final class DataCataloguePage {

    private static final Pattern DECLARATION =
            Pattern.compile("class=([a-z_]+); retention=(\\S.*?); erase=(\\S.*)");

    private static final String COLUMNS =
            """
            SELECT table_name, column_name FROM information_schema.columns
            WHERE table_schema = 'public' AND table_name <> 'flyway_schema_history'
            ORDER BY table_name, ordinal_position
            """;

    private DataCataloguePage() {}

    static String of(Handle handle) {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        handle.createQuery(COLUMNS)
                .map((row, _) -> {
                    columns.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                            .add(row.getString(2));
                    return true;
                })
                .list();
        StringBuilder page = new StringBuilder();
        page.append("| table | class | kept | erased | sealed | names a person |\n");
        page.append("| --- | --- | --- | --- | --- | --- |\n");
        for (StoredTables.Table table : StoredTables.of(handle)) {
            Matcher declared = DECLARATION.matcher(table.comment().orElse(""));
            if (!declared.matches()) {
                throw new AssertionError(table.name() + " declares nothing");
            }
            List<String> all = columns.getOrDefault(table.name(), List.of());
            page.append(
                    "| `%s` | %s | %s | %s | %s | %s |\n"
                            .formatted(
                                    table.name(),
                                    declared.group(1),
                                    declared.group(2),
                                    declared.group(3),
                                    listed(
                                            all.stream()
                                                    .filter(DataCataloguePage::isSealed)
                                                    .toList()),
                                    listed(
                                            all.stream()
                                                    .filter(column ->
                                                            namesAPerson(table.name(), column))
                                                    .toList())));
        }
        return page.toString();
    }

    private static boolean isSealed(String column) {
        return column.endsWith("_sealed") || column.equals("wrapped");
    }

    private static boolean namesAPerson(String table, String column) {
        return column.matches(
                        "user_ids?|subject_id|actor_id|(created|requested|released)_by|email_index")
                || (table.equals("users") && column.equals("id"));
    }

    private static String listed(List<String> columns) {
        return columns.isEmpty() ? "–" : "`" + String.join("`, `", columns) + "`";
    }
}
