package dev.avow.rotation;

import java.util.List;

/**
 * A column that holds values sealed under tenants' keys. A test holds the list against the columns
 * of every table.
 *
 * @param place the column's name in the values' associated data
 * @param order how the table's rows are gone through
 */
record SealedColumn(String table, String column, String place, Order order) {

    /** In which order a table's rows are gone through, by its primary key. */
    enum Order {
        ID("id", "NULL::timestamptz", "0::bigint", "id > :id", "id"),
        TIME("id", "occurred_at", "0::bigint", "(occurred_at, id) > (:at, :id)", "occurred_at, id"),
        POSITION("entry_id", "NULL::timestamptz", "position", "position > :position", "position");

        /** The column that stands for the row in the values' associated data. */
        private final String id;

        private final String at;
        private final String position;
        private final String later;
        private final String by;

        Order(String id, String at, String position, String later, String by) {
            this.id = id;
            this.at = at;
            this.position = position;
            this.later = later;
            this.by = by;
        }
    }

    /** What people's keys seal; the first says nothing of a person that a tenant's key opens. */
    static final List<String> OF_PERSONS_ALONE = List.of("consents.note_sealed");

    static final List<SealedColumn> ALL =
            List.of(
                    byId("provider_keys", "key_sealed"),
                    byId("provider_secrets", "key_sealed"),
                    byId("detection_definitions", "definition_sealed"),
                    byId("users", "email_sealed"),
                    byId("users", "first_name_sealed"),
                    byId("users", "last_name_sealed"),
                    new SealedColumn("legal_holds", "reason_sealed", "reason", Order.ID),
                    byId("privacy_requests", "contact_sealed"),
                    byId("privacy_requests", "subject_sealed"),
                    byId("privacy_requests", "details_sealed"),
                    byId("privacy_requests", "extension_reason_sealed"),
                    byId("privacy_requests", "refusal_reason_sealed"),
                    byId("privacy_intakes", "said_sealed"),
                    byId("mail_outbox", "message_sealed"),
                    byId("provider_files", "name_sealed"),
                    byId("provider_files", "lines_sealed"),
                    byId("provider_batches", "metadata_sealed"),
                    byId("incidents", "texts_sealed"),
                    byId("incident_notices", "text_sealed"),
                    byId("incident_notices", "delay_reason_sealed"),
                    byId("incident_notices", "mail_sealed"),
                    ofAudit("actor_email_sealed"),
                    ofAudit("changes_sealed"),
                    ofAudit("ip_address_sealed"),
                    ofAudit("user_agent_sealed"),
                    new SealedColumn(
                            "audit_leaves", "nonce_sealed", "nonce_sealed", Order.POSITION));

    private static SealedColumn byId(String table, String column) {
        return new SealedColumn(table, column, column, Order.ID);
    }

    private static SealedColumn ofAudit(String column) {
        return new SealedColumn("audit_logs", column, column, Order.TIME);
    }

    /**
     * Rows whose value is neither a person's (those begin with S) nor the newest version's, whose
     * number stands behind a C where A256CBC-HS512 sealed it. Of names that stand in this file
     * alone, since SQL takes no table's name as a parameter.
     */
    String select() {
        return """
        SELECT %2$s AS id, %3$s AS at, %4$s AS position, %1$s AS sealed FROM %5$s
        WHERE %6$s AND octet_length(%1$s) > 0 AND get_byte(%1$s, 0) <> 83
            AND substring(%1$s FROM 1 + (get_byte(%1$s, 0) = 67)::int FOR 5) <> :newest
        ORDER BY %7$s LIMIT :rows
        """
                .formatted(
                        column, order.id, order.at, order.position, table, order.later, order.by);
    }

    /** Leaves a value alone that somebody changed meanwhile. */
    String update() {
        String key =
                switch (order) {
                    case ID -> "id = :id";
                    case TIME -> "occurred_at = :at AND id = :id";
                    case POSITION -> "position = :position";
                };
        return "UPDATE %2$s SET %1$s = :after WHERE %3$s AND %1$s = :before"
                .formatted(column, table, key);
    }
}
