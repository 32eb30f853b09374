-- Files and batches that a provider keeps for a tenant, by ids of our own: a provider's key may be shared, so
-- an id of the provider's is nobody's proof. Names and notes are sealed, and so is what is kept of a batch's
-- lines (lines_sealed) until their answers come: each line's own id and interaction, and what stands for what.
-- All of it is sealed under the person's key, where a person gave it, else under the tenant's.
-- A file that was deleted while a batch of it runs is hidden, and its lines are kept until they are due, since the
-- answers are still to be restored.
CREATE TABLE provider_files (
    tenant_id    uuid NOT NULL REFERENCES tenants,
    id           uuid NOT NULL,
    user_id      uuid,
    api_key_id   uuid,
    provider_id  uuid NOT NULL,
    platform_id  text NOT NULL,
    hostname     text NOT NULL,
    remote_id    text NOT NULL CHECK (remote_id ~ '^[A-Za-z0-9_-]{1,200}$'),
    purpose      text NOT NULL CHECK (purpose IN ('batch', 'batch_output')),
    route        text NOT NULL CHECK (route ~ '^[A-Z_]{1,40}$'),
    bytes        bigint NOT NULL CHECK (bytes >= 0),
    input_id     uuid,
    name_sealed  bytea,
    lines_sealed bytea,
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    read_at      timestamptz,
    deleted_at   timestamptz,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, provider_id, remote_id),
    FOREIGN KEY (tenant_id, user_id) REFERENCES users ON DELETE CASCADE,
    CHECK (user_id IS NOT NULL OR api_key_id IS NOT NULL)
);
CREATE INDEX provider_files_of ON provider_files (tenant_id, user_id, created_at, id);
CREATE INDEX provider_files_due ON provider_files (tenant_id, expires_at);
COMMENT ON TABLE provider_files IS 'class=conversation; retention=30 days by default; erase=row deleted';

-- A batch of one such file: there is one at most, so that what its lines cost is counted once. seen is what the
-- provider said of it last: numbers, times, and words of the protocol.
CREATE TABLE provider_batches (
    tenant_id       uuid NOT NULL REFERENCES tenants,
    id              uuid NOT NULL,
    user_id         uuid,
    api_key_id      uuid,
    provider_id     uuid NOT NULL,
    platform_id     text NOT NULL,
    hostname        text NOT NULL,
    remote_id       text CHECK (remote_id ~ '^[A-Za-z0-9_-]{1,200}$'),
    input_id        uuid NOT NULL,
    route           text NOT NULL CHECK (route ~ '^[A-Z_]{1,40}$'),
    seen            jsonb NOT NULL,
    metadata_sealed bytea,
    created_at      timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, input_id),
    FOREIGN KEY (tenant_id, user_id) REFERENCES users ON DELETE CASCADE,
    CHECK (user_id IS NOT NULL OR api_key_id IS NOT NULL)
);
CREATE INDEX provider_batches_of ON provider_batches (tenant_id, user_id, created_at, id);
CREATE INDEX provider_batches_due ON provider_batches (tenant_id, expires_at);
COMMENT ON TABLE provider_batches IS 'class=conversation; retention=30 days by default; erase=row deleted';

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['provider_files', 'provider_batches'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY of_the_tenant ON %I USING (tenant_id = (SELECT avow_tenant())) WITH CHECK (tenant_id = (SELECT avow_tenant()))', t);
    END LOOP;
END $$;
