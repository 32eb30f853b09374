package dev.avow.incidents;

import dev.avow.testing.TestDatabase;
import dev.avow.words.Ids;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts interactions and accounts into the default tenant's tables. */
record Uses(TestDatabase database) {

    /** One use of a model; {@link #at} gives the usual one. */
    record Use(
            Instant at,
            @Nullable UUID user,
            @Nullable UUID key,
            String provider,
            String model,
            @Nullable String receivedBy,
            String found,
            String action,
            String status) {

        Use by(@Nullable UUID person, @Nullable UUID apiKey) {
            return new Use(at, person, apiKey, provider, model, receivedBy, found, action, status);
        }

        Use to(String name, String asModel, @Nullable String receivers) {
            return new Use(at, user, key, name, asModel, receivers, found, action, status);
        }

        Use found(String classifications) {
            return new Use(
                    at, user, key, provider, model, receivedBy, classifications, action, status);
        }

        Use ended(String policyAction, String how) {
            return new Use(at, user, key, provider, model, receivedBy, found, policyAction, how);
        }
    }

    static Use at(Instant time) {
        return new Use(time, null, null, "acme", "m", null, "[]", "Mask", "completed");
    }

    static String receiver(String provider, String host, String region) {
        return "{\"purpose\":\"model\",\"provider\":\"%s\",\"host\":\"%s\",\"region\":\"%s\"}"
                .formatted(provider, host, region);
    }

    void put(Use use) {
        database.tenancy()
                .within(
                        TenantId.DEFAULT,
                        handle ->
                                handle.createUpdate(
                                                """
                                                INSERT INTO interactions (tenant_id, id, occurred_at, user_id,
                                                    api_key_id, channel, platform_id, model, prompt_hash,
                                                    content_length, classifications, policy_action, risk_score,
                                                    hostname, received_by, status)
                                                VALUES (avow_tenant(), :id, :at, :user::uuid, :key::uuid, 'api',
                                                    :provider, :model, 'h', 1, :found::jsonb, :action, 0,
                                                    :provider || '.example', :received::jsonb, :status)
                                                """)
                                        .bind("id", Ids.next())
                                        .bind("at", use.at().atOffset(ZoneOffset.UTC))
                                        .bind("user", use.user())
                                        .bind("key", use.key())
                                        .bind("provider", use.provider())
                                        .bind("model", use.model())
                                        .bind("received", use.receivedBy())
                                        .bind("found", use.found())
                                        .bind("action", use.action())
                                        .bind("status", use.status())
                                        .execute());
    }

    /** An account, and a key that acts as it; both of one id. */
    UUID account(Instant made) {
        UUID id = Ids.next();
        database.tenancy()
                .within(
                        TenantId.DEFAULT,
                        handle -> {
                            handle.createUpdate(
                                            """
                                            INSERT INTO users (tenant_id, id, email_sealed, email_index, role,
                                                status, created_at)
                                            VALUES (avow_tenant(), :id, 'e', sha256(random()::text::bytea),
                                                'viewer', 'active', :at)
                                            """)
                                    .bind("id", id)
                                    .bind("at", made.atOffset(ZoneOffset.UTC))
                                    .execute();
                            return handle.createUpdate(
                                            """
                                            INSERT INTO api_keys (tenant_id, id, name, prefix, key_hash, scopes,
                                                user_id, created_at)
                                            VALUES (avow_tenant(), :id, 'n', 'avow_x',
                                                sha256(random()::text::bytea), '{models}', :id, :at)
                                            """)
                                    .bind("id", id)
                                    .bind("at", made.atOffset(ZoneOffset.UTC))
                                    .execute();
                        });
        return id;
    }

    /** Somebody's erasure, complete at a time. */
    void erasure(Instant completed) {
        database.tenancy()
                .within(
                        TenantId.DEFAULT,
                        handle ->
                                handle.createUpdate(
                                                """
                                                INSERT INTO erasures (tenant_id, id, subject_id, state, requested_at,
                                                    effective_at, due_at, completed_at)
                                                VALUES (avow_tenant(), :id, :id, 'complete', :at, :at, :at, :at)
                                                """)
                                        .bind("id", Ids.next())
                                        .bind("at", completed.atOffset(ZoneOffset.UTC))
                                        .execute());
    }

    /** A route that stands for one model. */
    void route(String name, String provider, String model) {
        database.tenancy()
                .within(
                        TenantId.DEFAULT,
                        handle -> {
                            UUID id = Ids.next();
                            handle.createUpdate(
                                            """
                                            INSERT INTO routes (tenant_id, id, name, created_at, modified_at)
                                            VALUES (avow_tenant(), :id, :name, now(), now())
                                            """)
                                    .bind("id", id)
                                    .bind("name", name)
                                    .execute();
                            return handle.createUpdate(
                                            """
                                            INSERT INTO route_targets (tenant_id, route_id, position, provider,
                                                model, weight, priority)
                                            VALUES (avow_tenant(), :id, 0, :provider, :model, 1, 1)
                                            """)
                                    .bind("id", id)
                                    .bind("provider", provider)
                                    .bind("model", model)
                                    .execute();
                        });
    }
}
