package dev.avow.backup;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which rows are about which person: what a backup seals under that person's key, and what goes
 * where an erasure is replayed. A test holds it against the columns of every table.
 */
final class Persons {

    /**
     * A table whose rows can be about a person.
     *
     * @param person SQL for the person's id in a row called {@code t}; null where it is about
     *     nobody
     * @param erase the statement that removes the rows about {@code :person} of the scope's tenant
     */
    record Table(String name, String person, String erase) {}

    /** A key that acts as a person: what was done with it was done by that person. */
    private static final String BY_KEY =
            """
            coalesce(t.user_id, (SELECT k.user_id FROM public.api_keys k
                WHERE k.tenant_id = t.tenant_id AND k.id = t.api_key_id))\
            """;

    /** In the order in which rows are removed: those that are found by others come first. */
    static final List<Table> TABLES =
            List.of(
                    byKey("interactions"),
                    byKey("budgets"),
                    new Table(
                            "budget_counts",
                            "CASE t.level WHEN 'user' THEN t.subject_id END",
                            "DELETE FROM budget_counts WHERE subject_id = :person"),
                    byKey("provider_batches"),
                    byKey("provider_files"),
                    ofUser("consents"),
                    ofUser("mail_outbox"),
                    ofUser("sessions"),
                    // Backups of before invitations have no such column.
                    new Table(
                            "setup_links",
                            "(to_jsonb(t) ->> 'user_id')::uuid",
                            "DELETE FROM setup_links WHERE user_id = :person"),
                    ofUser("api_keys"),
                    new Table("users", "t.id", "DELETE FROM users WHERE id = :person"));

    /**
     * Tables that name people by their ids alone and outlive them, with the reason: an erasure's
     * receipt, a hold's scope.
     */
    static final Set<String> IDS_ALONE = Set.of("erasures", "legal_holds");

    private static final Map<String, Table> BY_NAME =
            TABLES.stream()
                    .collect(java.util.stream.Collectors.toUnmodifiableMap(Table::name, it -> it));

    /** Columns that name a person: a table with one must be known here. */
    static final Set<String> COLUMNS =
            Set.of("user_id", "user_ids", "subject_id", "person_id", "data_subject_id");

    private Persons() {}

    /** Rows of a person, or of a key that acts as one. */
    private static Table byKey(String name) {
        return new Table(
                name,
                BY_KEY,
                """
                DELETE FROM %s WHERE user_id = :person
                    OR api_key_id IN (SELECT id FROM api_keys WHERE user_id = :person)
                """
                        .formatted(name));
    }

    private static Table ofUser(String name) {
        return new Table(
                name, "t.user_id", "DELETE FROM %s WHERE user_id = :person".formatted(name));
    }

    /** SQL for the person of a table's row; empty where the table's rows are about nobody. */
    static String of(String table) {
        Table known = BY_NAME.get(table);
        return known == null ? "" : known.person();
    }

    /** Whether nothing is known of a table that names people. */
    static boolean isForgotten(String table, List<String> columns) {
        return !BY_NAME.containsKey(table)
                && !IDS_ALONE.contains(table)
                && columns.stream().anyMatch(COLUMNS::contains);
    }
}
