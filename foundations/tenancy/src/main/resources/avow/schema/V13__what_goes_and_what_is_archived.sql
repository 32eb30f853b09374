-- What the last run of retention did, a row for each tenant. Counted in the transactions that do it.
CREATE TABLE retention_runs (
    tenant_id    uuid PRIMARY KEY REFERENCES tenants,
    started_at   timestamptz NOT NULL,
    ended_at     timestamptz,
    interactions bigint NOT NULL DEFAULT 0,
    archived     bigint NOT NULL DEFAULT 0,
    archives     bigint NOT NULL DEFAULT 0,
    sessions     bigint NOT NULL DEFAULT 0,
    setup_links  bigint NOT NULL DEFAULT 0,
    held         bigint NOT NULL DEFAULT 0
);
COMMENT ON TABLE retention_runs IS 'class=configuration; retention=the last run alone; erase=holds counts alone';

-- The archive's files. A row is written before the files are ('writing') and goes after they are gone
-- ('expiring'), so no file is ever without one; 'committed' is set in the transaction that deletes the
-- interactions which the files hold.
CREATE TABLE archives (
    tenant_id       uuid NOT NULL REFERENCES tenants,
    id              uuid NOT NULL,
    day             date NOT NULL,
    state           text NOT NULL CHECK (state IN ('writing', 'committed', 'expiring')),
    rows            integer NOT NULL DEFAULT 0,
    bytes           bigint NOT NULL DEFAULT 0,
    first_at        timestamptz,
    last_at         timestamptz,
    manifest_sha256 bytea,
    created_at      timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
COMMENT ON TABLE archives IS 'class=interaction; retention=as interactions; erase=names no person; in the files, what is about a person is sealed under that person''s key';

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['retention_runs', 'archives'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY of_the_tenant ON %I USING (tenant_id = (SELECT avow_tenant())) WITH CHECK (tenant_id = (SELECT avow_tenant()))', t);
    END LOOP;
END $$;
