-- Since when a person's data may only be kept (GDPR Art. 18 and 21; promise P5); null: no restriction.
ALTER TABLE users ADD COLUMN restricted_at timestamptz;

DROP TRIGGER users_changed ON users;
CREATE TRIGGER users_changed AFTER UPDATE OF role, groups, status, restricted_at OR DELETE ON users
    FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();

DROP FUNCTION gate_api_key(bytea);
CREATE FUNCTION gate_api_key(wanted bytea)
    RETURNS TABLE (tenant_id uuid, id uuid, scopes text[], user_id uuid, revoked boolean, role text, groups text[],
                   models text[], expires_at timestamptz, requests_per_minute integer, tokens_per_minute integer,
                   restricted boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT k.tenant_id, k.id, k.scopes, k.user_id,
           k.revoked_at IS NOT NULL OR (k.user_id IS NOT NULL AND u.status IS DISTINCT FROM 'active'),
           u.role, coalesce(u.groups, '{}'),
           k.models, k.expires_at, k.requests_per_minute, k.tokens_per_minute,
           u.restricted_at IS NOT NULL
    FROM api_keys k LEFT JOIN users u ON u.tenant_id = k.tenant_id AND u.id = k.user_id
    WHERE k.key_hash = wanted
$$;
REVOKE ALL ON FUNCTION gate_api_key(bytea) FROM PUBLIC;

DROP FUNCTION gate_session(bytea);
CREATE FUNCTION gate_session(wanted bytea)
    RETURNS TABLE (tenant_id uuid, user_id uuid, role text, groups text[], expires_at timestamptz, restricted boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT s.tenant_id, s.user_id, u.role, u.groups, s.expires_at, u.restricted_at IS NOT NULL
    FROM sessions s JOIN users u ON u.tenant_id = s.tenant_id AND u.id = s.user_id AND u.status = 'active'
    WHERE s.token_hash = wanted
$$;
REVOKE ALL ON FUNCTION gate_session(bytea) FROM PUBLIC;
