-- Who consented to what, and took it back (GDPR Art. 7; promise P5). Append-only: what holds for a
-- purpose is its newest row. The text that was consented to is kept by its version and hash alone.
CREATE TABLE consents (
    tenant_id    uuid NOT NULL REFERENCES tenants,
    id           uuid NOT NULL,
    user_id      uuid NOT NULL,
    purpose      text NOT NULL CHECK (purpose ~ '^[a-z][a-z0-9_]{0,62}$'),
    action       text NOT NULL CHECK (action IN ('given', 'withdrawn')),
    text_version text CHECK (length(text_version) BETWEEN 1 AND 100),
    text_sha256  bytea CHECK (length(text_sha256) = 32),
    method       text NOT NULL CHECK (method IN ('console', 'api', 'web_form', 'email', 'paper', 'spoken', 'other')),
    note_sealed  bytea,
    happened_at  timestamptz NOT NULL,
    recorded_by  uuid,
    recorded_at  timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, user_id) REFERENCES users ON DELETE CASCADE,
    CHECK (action = 'withdrawn' OR text_version IS NOT NULL OR text_sha256 IS NOT NULL)
);
CREATE INDEX consents_of ON consents (tenant_id, user_id, recorded_at, id);
COMMENT ON TABLE consents IS 'class=privacy_record; retention=with the account; erase=row deleted';

ALTER TABLE consents ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_the_tenant ON consents USING (tenant_id = (SELECT avow_tenant())) WITH CHECK (tenant_id = (SELECT avow_tenant()));

-- Since when a person's consent to model_processing is withdrawn; null: it is not. It has the effect of a
-- restriction, and is apart from it, so that lifting one does not lift the other.
ALTER TABLE users ADD COLUMN model_consent_withdrawn_at timestamptz;

DROP TRIGGER users_changed ON users;
CREATE TRIGGER users_changed AFTER UPDATE OF role, groups, status, restricted_at, model_consent_withdrawn_at OR DELETE ON users
    FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();

CREATE OR REPLACE FUNCTION gate_api_key(wanted bytea)
    RETURNS TABLE (tenant_id uuid, id uuid, scopes text[], user_id uuid, revoked boolean, role text, groups text[],
                   models text[], expires_at timestamptz, requests_per_minute integer, tokens_per_minute integer,
                   restricted boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT k.tenant_id, k.id, k.scopes, k.user_id,
           k.revoked_at IS NOT NULL OR (k.user_id IS NOT NULL AND u.status IS DISTINCT FROM 'active'),
           u.role, coalesce(u.groups, '{}'),
           k.models, k.expires_at, k.requests_per_minute, k.tokens_per_minute,
           u.restricted_at IS NOT NULL OR u.model_consent_withdrawn_at IS NOT NULL
    FROM api_keys k LEFT JOIN users u ON u.tenant_id = k.tenant_id AND u.id = k.user_id
    WHERE k.key_hash = wanted
$$;

CREATE OR REPLACE FUNCTION gate_session(wanted bytea)
    RETURNS TABLE (tenant_id uuid, user_id uuid, role text, groups text[], expires_at timestamptz, restricted boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT s.tenant_id, s.user_id, u.role, u.groups, s.expires_at,
           u.restricted_at IS NOT NULL OR u.model_consent_withdrawn_at IS NOT NULL
    FROM sessions s JOIN users u ON u.tenant_id = s.tenant_id AND u.id = s.user_id AND u.status = 'active'
    WHERE s.token_hash = wanted
$$;
