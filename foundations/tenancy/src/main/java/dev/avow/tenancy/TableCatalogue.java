package dev.avow.tenancy;

import dev.avow.words.DataClass;
import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/**
 * What the schema itself says of every table: the comment that declares its class, its retention
 * and how it is erased, and the columns that hold sealed values or name a person. The one source of
 * {@code docs/data-catalogue.md} and of the record of processing activities.
 */
public final class TableCatalogue {

    /** The form of a table's comment. */
    public static final Pattern DECLARATION =
            Pattern.compile("class=([a-z_]+); retention=(\\S.*?); erase=(\\S.*)");

    /** Flyway's bookkeeping holds nothing of anybody. */
    private static final String ALL =
            """
            SELECT c.relname AS name, coalesce(obj_description(c.oid, 'pg_class'), '') AS declared,
                ARRAY(SELECT a.attname::text FROM pg_attribute a
                    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                    ORDER BY a.attnum) AS columns
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname = 'public'
                AND c.relname <> 'flyway_schema_history'
            ORDER BY c.relname
            """;

    private static final Pattern PERSON =
            Pattern.compile(
                    "user_ids?|subject_id|actor_id"
                            + "|(created|requested|released|recorded)_by|email_index");

    private TableCatalogue() {}

    /**
     * A table.
     *
     * @param name as it is called in the database
     * @param kept for how long, in words
     * @param erased how, in words
     * @param sealed columns whose values are sealed
     * @param persons columns that name a person by an id
     */
    public record Table(
            String name,
            DataClass dataClass,
            String kept,
            String erased,
            List<String> sealed,
            List<String> persons) {

        public Table {
            sealed = List.copyOf(sealed);
            persons = List.copyOf(persons);
        }
    }

    /**
     * All tables, by name. Any role may ask: the catalogue of a database is open to all of its
     * users.
     *
     * @throws IllegalStateException where a table declares nothing
     */
    public static List<Table> of(Handle handle) {
        return handle.createQuery(ALL)
                .map((row, _) ->
                        table(
                                row.getString("name"),
                                row.getString("declared"),
                                strings(row.getArray("columns"))))
                .list();
    }

    private static Table table(String name, String comment, List<String> columns) {
        Matcher declared = DECLARATION.matcher(comment);
        if (!declared.matches()) {
            throw new IllegalStateException(
                    "the table " + name + " must say class=…; retention=…; erase=… in a comment");
        }
        return new Table(
                name,
                Arrays.stream(DataClass.values())
                        .filter(each -> each.id().equals(declared.group(1)))
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "the class of the table " + name + " is none")),
                declared.group(2),
                declared.group(3),
                columns.stream().filter(TableCatalogue::isSealed).toList(),
                columns.stream().filter(column -> namesAPerson(name, column)).toList());
    }

    private static boolean isSealed(String column) {
        return column.endsWith("_sealed") || column.equals("wrapped");
    }

    private static boolean namesAPerson(String table, String column) {
        return PERSON.matcher(column).matches() || (table.equals("users") && column.equals("id"));
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
