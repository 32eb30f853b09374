-- Granted anew whenever this file changes. The role itself is made by the migration's runner, which
-- knows its password.
GRANT USAGE ON SCHEMA public TO avow_app;
GRANT SELECT ON tenants TO avow_app;
GRANT SELECT, INSERT ON tenant_keys TO avow_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON users, sessions, setup_links, api_keys, provider_keys, policies, detection_definitions TO avow_app;
GRANT SELECT, INSERT, UPDATE ON interactions TO avow_app;
GRANT SELECT, INSERT ON audit_logs TO avow_app;
GRANT EXECUTE ON FUNCTION avow_tenant(), gate_api_key(bytea), gate_session(bytea), gate_account(bytea) TO avow_app;
