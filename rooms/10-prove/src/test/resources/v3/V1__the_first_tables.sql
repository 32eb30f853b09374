-- The tables of one message's journey. They are owned by the role that migrates; the application
-- connects as avow_app, which owns nothing, cannot bypass row-level security, and sees the rows of the
-- tenant that the connection's scope names (setting avow.tenant) and no others.
--
-- Every table's comment declares its data class, retention and erase path; a test reads them.

CREATE FUNCTION avow_tenant() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('avow.tenant', true), '')::uuid;

CREATE TABLE tenants (
    tenant_id  uuid PRIMARY KEY,
    name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE tenants IS 'class=configuration; retention=closure; erase=with the tenant';

CREATE TABLE tenant_keys (
    tenant_id  uuid NOT NULL REFERENCES tenants,
    purpose    text NOT NULL,
    wrapped    bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, purpose)
);
COMMENT ON TABLE tenant_keys IS 'class=credential; retention=closure; erase=destroyed with the tenant, which erases all that is sealed under it';

CREATE TABLE users (
    tenant_id         uuid NOT NULL REFERENCES tenants,
    id                uuid NOT NULL,
    email_sealed      bytea NOT NULL,
    email_index       bytea NOT NULL UNIQUE,
    password_hash     text,
    first_name_sealed bytea,
    last_name_sealed  bytea,
    role              text NOT NULL CHECK (role IN ('admin', 'viewer')),
    groups            text[] NOT NULL DEFAULT '{}',
    mfa_enabled       boolean NOT NULL DEFAULT false,
    status            text NOT NULL CHECK (status IN ('active', 'closed')),
    created_at        timestamptz NOT NULL,
    last_login        timestamptz,
    PRIMARY KEY (tenant_id, id)
);
COMMENT ON TABLE users IS 'class=account; retention=closure and erased within 30 days; erase=row deleted';

CREATE TABLE sessions (
    tenant_id  uuid NOT NULL,
    token_hash bytea NOT NULL UNIQUE,
    user_id    uuid NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, token_hash),
    FOREIGN KEY (tenant_id, user_id) REFERENCES users ON DELETE CASCADE
);
COMMENT ON TABLE sessions IS 'class=account; retention=until expires_at; erase=with the user';

CREATE TABLE setup_links (
    tenant_id  uuid NOT NULL REFERENCES tenants,
    token_hash bytea NOT NULL,
    created_at timestamptz NOT NULL,
    used_at    timestamptz,
    PRIMARY KEY (tenant_id, token_hash)
);
COMMENT ON TABLE setup_links IS 'class=credential; retention=until used; erase=with the tenant';

CREATE TABLE api_keys (
    tenant_id    uuid NOT NULL REFERENCES tenants,
    id           uuid NOT NULL,
    name         text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    prefix       text NOT NULL,
    key_hash     bytea NOT NULL UNIQUE,
    scopes       text[] NOT NULL,
    user_id      uuid,
    created_by   uuid,
    created_at   timestamptz NOT NULL,
    last_used_at timestamptz,
    revoked_at   timestamptz,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, user_id) REFERENCES users ON DELETE CASCADE
);
COMMENT ON TABLE api_keys IS 'class=credential; retention=closure; erase=with the user it acts as, or with the tenant';

CREATE TABLE provider_keys (
    tenant_id  uuid NOT NULL REFERENCES tenants,
    id         uuid NOT NULL,
    name       text NOT NULL CHECK (name ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$'),
    kind       text NOT NULL,
    base_url   text NOT NULL,
    key_sealed bytea,
    created_by uuid,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, name)
);
COMMENT ON TABLE provider_keys IS 'class=credential; retention=closure; erase=row deleted';

CREATE TABLE policies (
    tenant_id   uuid NOT NULL REFERENCES tenants,
    id          uuid NOT NULL,
    name        text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    description text NOT NULL DEFAULT '',
    enabled     boolean NOT NULL,
    priority    integer NOT NULL CHECK (priority BETWEEN 1 AND 1000000),
    conditions  jsonb NOT NULL,
    action      text NOT NULL CHECK (action IN ('Block', 'Coach', 'Mask', 'Log')),
    message     text,
    created_by  uuid,
    created_at  timestamptz NOT NULL,
    modified_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, name)
);
COMMENT ON TABLE policies IS 'class=configuration; retention=closure; erase=row deleted';

-- Promise B5, field by field. No column can hold text of a prompt or an answer (B6).
-- Rows are written when the request is about to leave and once more when it has ended; the free space
-- in each page keeps the second write beside the first (a heap-only update, no index touched).
CREATE TABLE interactions (
    tenant_id       uuid NOT NULL,
    id              uuid NOT NULL,
    occurred_at     timestamptz NOT NULL,
    user_id         uuid,
    api_key_id      uuid,
    channel         text NOT NULL,
    platform_id     text NOT NULL,
    model           text NOT NULL,
    prompt_hash     text NOT NULL,
    response_hash   text,
    content_length  integer NOT NULL,
    classifications jsonb NOT NULL,
    policy_applied  text,
    policy_action   text NOT NULL,
    risk_score      real NOT NULL,
    hostname        text,
    client_version  text,
    browser         text,
    tokens_in       integer,
    tokens_out      integer,
    cost            numeric(18, 8),
    duration_ms     integer,
    status          text NOT NULL,
    PRIMARY KEY (tenant_id, occurred_at, id)
) WITH (fillfactor = 70);
COMMENT ON TABLE interactions IS 'class=interaction; retention=90 days by default; erase=by user_id and api_key_id';

CREATE TABLE audit_logs (
    tenant_id          uuid NOT NULL REFERENCES tenants,
    id                 uuid NOT NULL,
    occurred_at        timestamptz NOT NULL,
    actor_id           uuid,
    actor_email_sealed bytea,
    action             text NOT NULL,
    resource_type      text NOT NULL,
    resource_id        text,
    changes_sealed     bytea,
    ip_address_sealed  bytea,
    user_agent_sealed  bytea,
    status             text NOT NULL CHECK (status IN ('success', 'refused')),
    PRIMARY KEY (tenant_id, occurred_at, id)
);
COMMENT ON TABLE audit_logs IS 'class=audit_log; retention=1 year by default; erase=personal fields are sealed, the entry stays';

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit log is append-only';
END $$;
CREATE TRIGGER audit_logs_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_logs
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Nodes keep policies, keys and providers in memory; this tells them when to look again. The payload
-- is the table's name and nothing else.
CREATE FUNCTION tell_of_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('avow_changed', TG_TABLE_NAME);
    RETURN NULL;
END $$;
CREATE TRIGGER policies_changed AFTER INSERT OR UPDATE OR DELETE ON policies
    FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();
CREATE TRIGGER provider_keys_changed AFTER INSERT OR UPDATE OR DELETE ON provider_keys
    FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();
CREATE TRIGGER api_keys_changed AFTER INSERT OR DELETE OR UPDATE OF scopes, user_id, revoked_at ON api_keys
    FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();
CREATE TRIGGER users_changed AFTER UPDATE OF role, groups, status OR DELETE ON users
    FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();

-- The gate: what may be asked before it is known which tenant asks. Each function takes a hash of
-- something only its owner knows and answers for that one row.
CREATE FUNCTION gate_api_key(wanted bytea)
    RETURNS TABLE (tenant_id uuid, id uuid, scopes text[], user_id uuid, revoked boolean, role text, groups text[])
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT k.tenant_id, k.id, k.scopes, k.user_id,
           k.revoked_at IS NOT NULL OR (k.user_id IS NOT NULL AND u.status IS DISTINCT FROM 'active'),
           u.role, coalesce(u.groups, '{}')
    FROM api_keys k LEFT JOIN users u ON u.tenant_id = k.tenant_id AND u.id = k.user_id
    WHERE k.key_hash = wanted
$$;
CREATE FUNCTION gate_session(wanted bytea)
    RETURNS TABLE (tenant_id uuid, user_id uuid, role text, groups text[], expires_at timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT s.tenant_id, s.user_id, u.role, u.groups, s.expires_at
    FROM sessions s JOIN users u ON u.tenant_id = s.tenant_id AND u.id = s.user_id AND u.status = 'active'
    WHERE s.token_hash = wanted
$$;
CREATE FUNCTION gate_account(wanted bytea)
    RETURNS TABLE (tenant_id uuid, user_id uuid, password_hash text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
    SELECT u.tenant_id, u.id, u.password_hash FROM users u WHERE u.email_index = wanted AND u.status = 'active'
$$;

DO $$
DECLARE t text;
BEGIN
    FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'flyway_schema_history' LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY of_the_tenant ON %I USING (tenant_id = (SELECT avow_tenant())) WITH CHECK (tenant_id = (SELECT avow_tenant()))', t);
    END LOOP;
END $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
INSERT INTO tenants (tenant_id, name) VALUES ('00000000-0000-7000-8000-000000000001', 'default');
