package dev.avow.app;

import dev.avow.testing.TestDatabase;
import dev.avow.words.TenantId;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/**
 * One row for every table, each a statement that needs nothing but a tenant. A person's id is the
 * tenant's own, so that rows can point to it. A new table needs a line here; a test says so.
 */
final class TenantRows {

    private static final String TENANTS =
            "INSERT INTO tenants (tenant_id, name) VALUES (:tenant, 'Distel') ON CONFLICT DO"
                    + " NOTHING";

    private static final String TENANT_KEYS =
            "INSERT INTO tenant_keys (tenant_id, purpose, wrapped) VALUES (:tenant, 'TEST', 'w')";

    private static final String KEY_ROTATIONS =
            """
            INSERT INTO key_rotations (tenant_id, id, state, reason, key_version, requested_at)
            VALUES (:tenant, gen_random_uuid(), 'complete', 'asked', 1, now())
            """;

    private static final String USERS =
            """
            INSERT INTO users (tenant_id, id, email_sealed, email_index, role, status, created_at)
            VALUES (:tenant, :tenant, 'e', sha256(random()::text::bytea), 'admin', 'active', now())
            """;

    private static final String SESSIONS =
            """
            INSERT INTO sessions (tenant_id, token_hash, user_id, created_at, expires_at)
            VALUES (:tenant, sha256(random()::text::bytea), :tenant, now(), now() + '1 day')
            """;

    private static final String SETUP_LINKS =
            """
            INSERT INTO setup_links (tenant_id, token_hash, created_at)
            VALUES (:tenant, sha256(random()::text::bytea), now())
            """;

    private static final String API_KEYS =
            """
            INSERT INTO api_keys (tenant_id, id, name, prefix, key_hash, scopes, user_id, created_at)
            VALUES (:tenant, gen_random_uuid(), 'n', 'avow_x', sha256(random()::text::bytea),
                    '{models}', :tenant, now())
            """;

    private static final String PROVIDER_KEYS =
            """
            INSERT INTO provider_keys (tenant_id, id, name, kind, base_url, key_sealed, created_at)
            VALUES (:tenant, :tenant, 'p', 'openai', 'http://127.0.0.1:9/v1', 'k', now())
            """;

    private static final String POLICIES =
            """
            INSERT INTO policies (tenant_id, id, name, enabled, priority, conditions, action,
                                  created_at, modified_at)
            VALUES (:tenant, gen_random_uuid(), 'p', true, 10, '{}', 'Block', now(), now())
            """;

    private static final String DETECTION_DEFINITIONS =
            """
            INSERT INTO detection_definitions (tenant_id, id, kind, name_index, definition_sealed,
                                               created_at, modified_at)
            VALUES (:tenant, gen_random_uuid(), 'recognizer', 'n', 'd', now(), now())
            """;

    private static final String LEGAL_HOLDS =
            """
            INSERT INTO legal_holds (tenant_id, id, name, reason_sealed, created_at)
            VALUES (:tenant, gen_random_uuid(), 'h', 'r', now())
            """;

    private static final String ERASURES =
            """
            INSERT INTO erasures (tenant_id, id, subject_id, state, requested_at, effective_at, due_at)
            VALUES (:tenant, gen_random_uuid(), gen_random_uuid(), 'pending', now(), now(), now())
            """;

    private static final String RETENTION_RUNS =
            "INSERT INTO retention_runs (tenant_id, started_at) VALUES (:tenant, now())";

    private static final String RETENTION_LIMITS =
            "INSERT INTO retention_limits (tenant_id, readable_from) VALUES (:tenant,"
                    + " '2020-01-01')";

    private static final String ARCHIVES =
            """
            INSERT INTO archives (tenant_id, id, day, state, created_at)
            VALUES (:tenant, gen_random_uuid(), '2026-01-31', 'writing', now())
            """;

    private static final String PRIVACY_REQUESTS =
            """
            INSERT INTO privacy_requests (tenant_id, id, kind, law, state, received_at, created_at,
                                          due_at)
            VALUES (:tenant, gen_random_uuid(), 'access', 'gdpr', 'received', now(), now(), now())
            """;

    private static final String PRIVACY_INTAKES =
            """
            INSERT INTO privacy_intakes (tenant_id, id, kind, law, said_sealed, contact_mac,
                                         received_at, expires_at)
            VALUES (:tenant, gen_random_uuid(), 'access', 'gdpr', 's', 'm', now(), now())
            """;

    private static final String TRUST_ANNOUNCEMENTS =
            """
            INSERT INTO trust_announcements (tenant_id, id, announced_at, effective_on, text_en)
            VALUES (:tenant, gen_random_uuid(), now(), now(), 't')
            """;

    private static final String TRUST_VERSIONS =
            """
            INSERT INTO trust_versions (tenant_id, number, made_at, hash, content)
            VALUES (:tenant, (random() * 1000000)::integer + 1, now(), 'h', '[]')
            """;

    private static final String INCIDENTS =
            """
            INSERT INTO incidents (tenant_id, id, state, risk, aware_at, scope, texts_sealed,
                                   created_at, modified_at)
            VALUES (:tenant, :tenant, 'open', 'unknown', now(), '{}', 't', now(), now())
            """;

    private static final String INCIDENT_NOTICES =
            """
            INSERT INTO incident_notices (tenant_id, id, incident_id, duty, told, noticed_at, risk,
                                          text_sealed, created_at)
            VALUES (:tenant, gen_random_uuid(), :tenant, 'people', true, now(), 'high', 't', now())
            """;

    private static final String PRICES =
            """
            INSERT INTO prices (tenant_id, id, provider, model, valid_from, input_micros,
                                output_micros, source, created_at, modified_at)
            VALUES (:tenant, gen_random_uuid(), 'p', 'm', '2026-01-01', 1, 1, 's', now(), now())
            """;

    private static final String BUDGETS =
            """
            INSERT INTO budgets (tenant_id, id, user_id, period, tokens, created_at, modified_at)
            VALUES (:tenant, gen_random_uuid(), :tenant, 'day', 1, now(), now())
            """;

    private static final String ROUTES =
            """
            INSERT INTO routes (tenant_id, id, name, created_at, modified_at)
            VALUES (:tenant, :tenant, 'r', now(), now())
            """;

    private static final String ROUTE_TARGETS =
            """
            INSERT INTO route_targets (tenant_id, route_id, position, provider, model, weight,
                                       priority)
            VALUES (:tenant, :tenant, 0, 'p', 'm', 1, 1)
            """;

    private static final String PROVIDER_SECRETS =
            """
            INSERT INTO provider_secrets (tenant_id, id, provider_id, key_sealed, created_at)
            VALUES (:tenant, gen_random_uuid(), :tenant, 'k', now())
            """;

    private static final String REGION_LIMITS =
            "INSERT INTO region_limits (tenant_id, regions) VALUES (:tenant, '{EU}')";

    private static final String INTERACTIONS =
            """
            INSERT INTO interactions (tenant_id, id, occurred_at, channel, platform_id, model,
                                      prompt_hash, content_length, classifications, policy_action,
                                      risk_score, status)
            VALUES (:tenant, gen_random_uuid(), now(), 'api', 'p', 'm', 'h', 1, '[]', 'Log', 0,
                    'completed')
            """;

    private static final String AUDIT_STUBS =
            """
            INSERT INTO audit_stubs (tenant_id, first_position, next_position, note)
            VALUES (:tenant, (SELECT count(*) FROM audit_stubs), 9, 'n')
            """;

    private static final String AUDIT_LOGS =
            """
            INSERT INTO audit_logs (tenant_id, id, occurred_at, action, resource_type, status)
            VALUES (:tenant, gen_random_uuid(), now(), 'a', 'r', 'success')
            """;

    private static final String AUDIT_LEAVES =
            """
            INSERT INTO audit_leaves (tenant_id, position, entry_id, occurred_at, commitments,
                                      leaf_hash, nonce_sealed)
            VALUES (:tenant, (SELECT count(*) FROM audit_leaves), gen_random_uuid(), now(),
                    decode(repeat('00', 128), 'hex'), decode(repeat('00', 32), 'hex'), 'n')
            """;

    private static final String AUDIT_TREES =
            "INSERT INTO audit_trees (tenant_id, size, peaks, mac) VALUES (:tenant, 0, '', 'm')";

    private static final String EGRESS_HOSTS =
            """
            INSERT INTO egress_hosts (tenant_id, host, provider, purpose, first_seen, last_seen, uses)
            VALUES (:tenant, 'h', 'p', 'model', now(), now(), 1)
            """;

    private static final String CONSENTS =
            """
            INSERT INTO consents (tenant_id, id, user_id, purpose, action, text_version, method,
                                  happened_at, recorded_at)
            VALUES (:tenant, gen_random_uuid(), :tenant, 'newsletter', 'given', '1', 'api', now(),
                    now())
            """;

    private static final String SETTINGS_IN_FORCE =
            """
            INSERT INTO settings_in_force (tenant_id, name, since, value)
            VALUES (:tenant, 'profile', now(), 'governance')
            """;

    private static final String PROVIDER_FILES =
            """
            INSERT INTO provider_files (tenant_id, id, user_id, provider_id, platform_id, hostname,
                                        remote_id, purpose, route, bytes, created_at, expires_at)
            VALUES (:tenant, gen_random_uuid(), :tenant, :tenant, 'p', 'h',
                    'file-' || gen_random_uuid(), 'batch', 'EMBEDDINGS', 1, now(),
                    now() + interval '1 day')
            """;

    private static final String PROVIDER_BATCHES =
            """
            INSERT INTO provider_batches (tenant_id, id, user_id, provider_id, platform_id, hostname,
                                          input_id, route, seen, created_at, expires_at)
            VALUES (:tenant, gen_random_uuid(), :tenant, :tenant, 'p', 'h', gen_random_uuid(),
                    'EMBEDDINGS', '{}', now(), now() + interval '1 day')
            """;

    private static final String PROVIDER_DELETIONS =
            """
            INSERT INTO provider_deletions (tenant_id, id, kind, provider_id, platform_id, hostname,
                                            remote_id, since, next_at)
            VALUES (:tenant, gen_random_uuid(), 'file', :tenant, 'p', 'h',
                    'file-' || gen_random_uuid(), now(), now())
            """;

    private static final String MAIL_OUTBOX =
            """
            INSERT INTO mail_outbox (tenant_id, id, occasion, kind, resource_type, resource_id,
                                     user_id, message_sealed, created_at, next_at, give_up_at)
            VALUES (:tenant, gen_random_uuid(), gen_random_uuid()::text, 'reminder',
                    'privacy_request', gen_random_uuid(), :tenant, 'm', now(), now(),
                    now() + interval '1 day')
            """;

    private static final String NODES =
            "INSERT INTO nodes (tenant_id, id, good_until) VALUES (:tenant, gen_random_uuid(),"
                    + " now())";

    private static final String BUDGET_COUNTS =
            """
            INSERT INTO budget_counts (tenant_id, level, subject_id, period, number, picos, tokens)
            VALUES (:tenant, 'user', :tenant, 'day', 1, 1, 1)
            """;

    private static final String SHARED_FOLDERS =
            "INSERT INTO shared_folders (tenant_id, name, mark) VALUES (:tenant, 'f', :tenant)";

    private static final Map<String, String> INSERTS = new LinkedHashMap<>();

    static {
        INSERTS.put("tenants", TENANTS);
        INSERTS.put("tenant_keys", TENANT_KEYS);
        INSERTS.put("key_rotations", KEY_ROTATIONS);
        INSERTS.put("users", USERS);
        INSERTS.put("sessions", SESSIONS);
        INSERTS.put("setup_links", SETUP_LINKS);
        INSERTS.put("api_keys", API_KEYS);
        INSERTS.put("provider_keys", PROVIDER_KEYS);
        INSERTS.put("provider_secrets", PROVIDER_SECRETS);
        INSERTS.put("policies", POLICIES);
        INSERTS.put("detection_definitions", DETECTION_DEFINITIONS);
        INSERTS.put("prices", PRICES);
        INSERTS.put("budgets", BUDGETS);
        INSERTS.put("nodes", NODES);
        INSERTS.put("budget_counts", BUDGET_COUNTS);
        INSERTS.put("shared_folders", SHARED_FOLDERS);
        INSERTS.put("routes", ROUTES);
        INSERTS.put("route_targets", ROUTE_TARGETS);
        INSERTS.put("region_limits", REGION_LIMITS);
        INSERTS.put("interactions", INTERACTIONS);
        INSERTS.put("legal_holds", LEGAL_HOLDS);
        INSERTS.put("erasures", ERASURES);
        INSERTS.put("retention_runs", RETENTION_RUNS);
        INSERTS.put("retention_limits", RETENTION_LIMITS);
        INSERTS.put("archives", ARCHIVES);
        INSERTS.put("settings_in_force", SETTINGS_IN_FORCE);
        INSERTS.put("consents", CONSENTS);
        INSERTS.put("provider_files", PROVIDER_FILES);
        INSERTS.put("provider_batches", PROVIDER_BATCHES);
        INSERTS.put("provider_deletions", PROVIDER_DELETIONS);
        INSERTS.put("privacy_requests", PRIVACY_REQUESTS);
        INSERTS.put("privacy_intakes", PRIVACY_INTAKES);
        INSERTS.put("trust_announcements", TRUST_ANNOUNCEMENTS);
        INSERTS.put("trust_versions", TRUST_VERSIONS);
        INSERTS.put("mail_outbox", MAIL_OUTBOX);
        INSERTS.put("incidents", INCIDENTS);
        INSERTS.put("incident_notices", INCIDENT_NOTICES);
        INSERTS.put("audit_logs", AUDIT_LOGS);
        INSERTS.put("audit_leaves", AUDIT_LEAVES);
        INSERTS.put("audit_stubs", AUDIT_STUBS);
        INSERTS.put("audit_trees", AUDIT_TREES);
        INSERTS.put("egress_hosts", EGRESS_HOSTS);
    }

    private TenantRows() {}

    /** The statement that inserts a row of {@code :tenant}. */
    static String insertInto(String table) {
        String insert = INSERTS.get(table);
        if (insert == null) {
            throw new AssertionError("TenantRows has no row for the table " + table);
        }
        return insert;
    }

    /** Puts one row of a tenant into every table, as the owner. */
    static void plant(TestDatabase database, TenantId tenant) {
        try (var connection = database.openAsOwner();
                var handle = Jdbi.create(connection).open()) {
            for (String insert : INSERTS.values()) {
                handle.createUpdate(insert).bind("tenant", tenant.value()).execute();
            }
        } catch (SQLException refused) {
            throw new IllegalStateException("the rows could not be planted", refused);
        }
    }
}
