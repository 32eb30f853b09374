-- Granted anew whenever this file changes. The role itself is made by the migration's runner, which
-- knows its password. (Functions that V15 and V17.1 made anew are granted with the rest.)
GRANT USAGE ON SCHEMA public TO avow_app;
GRANT SELECT ON tenants, retention_limits TO avow_app;
GRANT SELECT, INSERT, UPDATE (wrapped) ON tenant_keys TO avow_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON key_rotations TO avow_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON users, sessions, setup_links, api_keys, provider_keys, policies, detection_definitions, prices, budgets, routes, route_targets, region_limits,
    provider_secrets TO avow_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON interactions TO avow_app;
GRANT SELECT, INSERT, UPDATE ON egress_hosts, legal_holds, erasures, privacy_requests, incidents TO avow_app;
GRANT SELECT, INSERT, UPDATE (text_sealed, delay_reason_sealed, mail_sealed, mailing, mail_people, mail_written) ON incident_notices TO avow_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON retention_runs, archives TO avow_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON provider_files, provider_batches, mail_outbox, privacy_intakes TO avow_app;
-- What is to be deleted, and where, is not changed once it is noted.
REVOKE UPDATE ON provider_deletions FROM avow_app;
GRANT SELECT, INSERT, UPDATE (state, next_at, asked, refused, ended_at, erasure_id), DELETE ON provider_deletions TO avow_app;
GRANT SELECT, INSERT ON audit_logs, audit_leaves, audit_stubs, settings_in_force TO avow_app;
-- What the public page said is not changed.
GRANT SELECT, INSERT ON trust_versions TO avow_app;
GRANT SELECT, INSERT, UPDATE (withdrawn_at, mailed_at) ON trust_announcements TO avow_app;
GRANT SELECT, INSERT, UPDATE ON audit_trees TO avow_app;
-- To seal them anew under a new version of the tenant's key; a trigger refuses anything else.
GRANT UPDATE (actor_email_sealed, changes_sealed, ip_address_sealed, user_agent_sealed) ON audit_logs TO avow_app;
GRANT UPDATE (nonce_sealed) ON audit_leaves TO avow_app;
-- Consents are never changed; they go with the person.
GRANT SELECT, INSERT, DELETE ON consents TO avow_app;
GRANT EXECUTE ON FUNCTION avow_tenant(), gate_api_key(bytea), gate_session(bytea), gate_account(bytea), gate_invitation(bytea), gate_tenants(), gate_key_rotations(), is_held(uuid, timestamptz) TO avow_app;
GRANT EXECUTE ON FUNCTION gate_address_taken(bytea[]) TO avow_app;
GRANT EXECUTE ON FUNCTION is_look(text), audit_actions() TO avow_app;
GRANT EXECUTE ON FUNCTION gate_expire(timestamptz), gate_expired(timestamptz, timestamptz), gate_sweep(timestamptz, bigint, integer) TO avow_app;
GRANT EXECUTE ON FUNCTION gate_make_weeks(integer), gate_whole_parts(), gate_empty(timestamptz), gate_join_empty_parts(), gate_row_by_row(timestamptz) TO avow_app;
GRANT EXECUTE ON FUNCTION archive_until(timestamptz, bytea), archive_gone(uuid) TO avow_app;
GRANT EXECUTE ON FUNCTION is_entry_held(uuid, uuid, text, text, timestamptz), close_audit_span(bigint) TO avow_app;
-- A node's row is renewed and removed by functions alone.
GRANT SELECT ON nodes TO avow_app;
GRANT SELECT, INSERT ON shared_folders TO avow_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON budget_counts TO avow_app;
GRANT EXECUTE ON FUNCTION gate_node_here(uuid, integer), gate_node_counts(uuid, text), gate_node_leaves(uuid), gate_node_shares(uuid), gate_node_counts_alone(uuid) TO avow_app;
