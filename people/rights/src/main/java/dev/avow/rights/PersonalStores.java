package dev.avow.rights;

import java.util.List;

/**
 * Every table with rows about single people, in the order in which they can be deleted; the account
 * itself comes last and is not among them. A test holds the list against the schema.
 */
final class PersonalStores {

    static final PersonalStore SESSIONS = byToken("sessions");

    /** An invitation that was not accepted yet. */
    static final PersonalStore SETUP_LINKS = byToken("setup_links");

    static final PersonalStore API_KEYS =
            new PersonalStore(
                    "api_keys",
                    """
                    SELECT created_at AS at, id,
                        json_build_object('id', id, 'name', name, 'prefix', prefix, 'scopes', scopes,
                            'tags', tags, 'created_at', created_at, 'last_used_at', last_used_at,
                            'expires_at', expires_at, 'revoked_at', revoked_at)::text AS row
                    FROM api_keys WHERE user_id = :subject AND (created_at, id) > (:at, :id)
                    ORDER BY 1, 2 LIMIT :rows
                    """,
                    erase("api_keys", "created_at"));

    static final PersonalStore BUDGETS =
            new PersonalStore(
                    "budgets",
                    """
                    SELECT created_at AS at, id,
                        json_build_object('id', id, 'period', period, 'money_micros', money_micros,
                            'tokens', tokens, 'created_at', created_at)::text AS row
                    FROM budgets WHERE user_id = :subject AND (created_at, id) > (:at, :id)
                    ORDER BY 1, 2 LIMIT :rows
                    """,
                    erase("budgets", "created_at"));

    /** No text is in them (B6); the fingerprints are the tenant's, and say nothing outside. */
    static final PersonalStore INTERACTIONS =
            new PersonalStore(
                    "interactions",
                    """
                    SELECT occurred_at AS at, id, row_to_json(i)::text AS row
                    FROM interactions i
                    WHERE user_id = :subject AND (occurred_at, id) > (:at, :id)
                    ORDER BY 1, 2 LIMIT :rows
                    """,
                    """
                    DELETE FROM interactions i USING (
                        SELECT occurred_at, id FROM interactions
                        WHERE user_id = :subject AND (occurred_at, id) > (:at, :id)
                            AND NOT (:held AND is_held(user_id, occurred_at))
                        ORDER BY occurred_at, id LIMIT :rows) due
                    WHERE i.occurred_at = due.occurred_at AND i.id = due.id
                    RETURNING i.occurred_at AS at, i.id
                    """);

    /** Who recorded it is told where it was the person. */
    static final PersonalStore CONSENTS =
            new PersonalStore(
                    "consents",
                    """
                    SELECT recorded_at AS at, id,
                        json_build_object('id', id, 'purpose', purpose, 'action', action,
                            'text_version', text_version, 'text_sha256', encode(text_sha256, 'hex'),
                            'method', method, 'note_sealed', encode(note_sealed, 'base64'),
                            'happened_at', happened_at,
                            'recorded_by', CASE WHEN recorded_by = user_id THEN recorded_by END,
                            'recorded_at', recorded_at)::text AS row
                    FROM consents WHERE user_id = :subject AND (recorded_at, id) > (:at, :id)
                    ORDER BY 1, 2 LIMIT :rows
                    """,
                    erase("consents", "recorded_at"));

    /** What is kept of a batch's lines is one JSON document a line. */
    static final PersonalStore PROVIDER_FILES =
            new PersonalStore(
                    "provider_files",
                    """
                    SELECT created_at AS at, id,
                        json_build_object('id', id, 'purpose', purpose, 'platform', platform_id,
                            'bytes', bytes, 'name_sealed', encode(name_sealed, 'base64'),
                            'lines_sealed', encode(lines_sealed, 'base64'), 'seen', seen,
                            'created_at', created_at, 'expires_at', expires_at)::text AS row
                    FROM provider_files WHERE user_id = :subject AND (created_at, id) > (:at, :id)
                    ORDER BY 1, 2 LIMIT :rows
                    """,
                    erase("provider_files", "created_at"));

    static final PersonalStore PROVIDER_BATCHES =
            new PersonalStore(
                    "provider_batches",
                    """
                    SELECT created_at AS at, id,
                        json_build_object('id', id, 'platform', platform_id, 'seen', seen,
                            'metadata_sealed', encode(metadata_sealed, 'base64'),
                            'created_at', created_at, 'expires_at', expires_at)::text AS row
                    FROM provider_batches
                    WHERE user_id = :subject AND (created_at, id) > (:at, :id)
                    ORDER BY 1, 2 LIMIT :rows
                    """,
                    erase("provider_batches", "created_at"));

    /** That they were mailed; what such a mail says is of somebody else's request, in few words. */
    static final PersonalStore MAIL_OUTBOX =
            new PersonalStore(
                    "mail_outbox",
                    """
                    SELECT created_at AS at, id,
                        json_build_object('id', id, 'kind', kind, 'topic', topic, 'state', state,
                            'created_at', created_at, 'ended_at', ended_at)::text AS row
                    FROM mail_outbox WHERE user_id = :subject AND (created_at, id) > (:at, :id)
                    ORDER BY 1, 2 LIMIT :rows
                    """,
                    erase("mail_outbox", "created_at"));

    /** Interactions are the last, since the archive's follow them in a copy. */
    static final List<PersonalStore> ALL =
            List.of(
                    SESSIONS,
                    SETUP_LINKS,
                    API_KEYS,
                    BUDGETS,
                    CONSENTS,
                    MAIL_OUTBOX,
                    PROVIDER_BATCHES,
                    PROVIDER_FILES,
                    INTERACTIONS);

    private PersonalStores() {}

    /**
     * A table of tokens that are good for a while; of a token its hash alone is there, and stays
     * there.
     */
    private static PersonalStore byToken(String table) {
        return new PersonalStore(
                table,
                """
                SELECT created_at AS at, md5(token_hash)::uuid AS id,
                    json_build_object('created_at', created_at, 'expires_at', expires_at)::text AS row
                FROM %s
                WHERE user_id = :subject AND (created_at, md5(token_hash)::uuid) > (:at, :id)
                ORDER BY 1, 2 LIMIT :rows
                """
                        .formatted(table),
                """
                DELETE FROM %1$s WHERE token_hash IN (
                    SELECT token_hash FROM %1$s
                    WHERE user_id = :subject AND (created_at, md5(token_hash)::uuid) > (:at, :id)
                    ORDER BY created_at, md5(token_hash)::uuid LIMIT :rows)
                RETURNING created_at AS at, md5(token_hash)::uuid AS id
                """
                        .formatted(table));
    }

    /**
     * Deletes rows that a hold on the person keeps as a whole.
     *
     * @param at the column that they are in the order of, with their ids
     */
    private static String erase(String table, String at) {
        return """
        DELETE FROM %1$s WHERE NOT :held AND id IN (
            SELECT id FROM %1$s
            WHERE user_id = :subject AND (%2$s, id) > (:at, :id)
            ORDER BY %2$s, id LIMIT :rows)
        RETURNING %2$s AS at, id
        """
                .formatted(table, at);
    }
}
