-- Routes: a tenant's own name for a model that stands for several. A target names its provider as
-- callers do, so that a provider that was removed and added again is found again.
CREATE TABLE routes (
    tenant_id            uuid NOT NULL REFERENCES tenants,
    id                   uuid NOT NULL,
    name                 text NOT NULL CHECK (name ~ '^[A-Za-z0-9][A-Za-z0-9._:-]{0,62}$'),
    repeat_after_timeout boolean NOT NULL DEFAULT false,
    allowed_regions      text[] NOT NULL DEFAULT '{}',
    created_by           uuid,
    created_at           timestamptz NOT NULL,
    modified_at          timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, name)
);
COMMENT ON TABLE routes IS 'class=configuration; retention=closure; erase=row deleted';

CREATE TABLE route_targets (
    tenant_id uuid NOT NULL,
    route_id  uuid NOT NULL,
    position  integer NOT NULL CHECK (position >= 0),
    provider  text NOT NULL CHECK (length(provider) BETWEEN 1 AND 63),
    model     text NOT NULL CHECK (length(model) BETWEEN 1 AND 200),
    weight    integer NOT NULL CHECK (weight BETWEEN 1 AND 1000000),
    priority  integer NOT NULL CHECK (priority BETWEEN 1 AND 1000),
    PRIMARY KEY (tenant_id, route_id, position),
    FOREIGN KEY (tenant_id, route_id) REFERENCES routes ON DELETE CASCADE
);
COMMENT ON TABLE route_targets IS 'class=configuration; retention=closure; erase=with the route';

-- Where a provider processes what it is sent, and under which agreement (promise T7). Null: nobody said.
ALTER TABLE provider_keys
    ADD COLUMN region    text CHECK (region IN ('EU', 'US', 'UK', 'AU', 'NZ', 'LOCAL')),
    ADD COLUMN agreement text CHECK (length(agreement) BETWEEN 1 AND 500);

-- Where a tenant's requests may go; a tenant without a row has not said so.
CREATE TABLE region_limits (
    tenant_id uuid PRIMARY KEY REFERENCES tenants,
    regions   text[] NOT NULL CHECK (cardinality(regions) > 0)
);
COMMENT ON TABLE region_limits IS 'class=configuration; retention=closure; erase=row deleted';

-- Further keys of a provider, beside the one that it was added with.
CREATE TABLE provider_secrets (
    tenant_id   uuid NOT NULL,
    id          uuid NOT NULL,
    provider_id uuid NOT NULL,
    key_sealed  bytea NOT NULL,
    created_by  uuid,
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, provider_id) REFERENCES provider_keys ON DELETE CASCADE
);
COMMENT ON TABLE provider_secrets IS 'class=credential; retention=until retired; erase=row deleted, with the provider at the latest';

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['routes', 'route_targets', 'region_limits', 'provider_secrets'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY of_the_tenant ON %I USING (tenant_id = (SELECT avow_tenant())) WITH CHECK (tenant_id = (SELECT avow_tenant()))', t);
        EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change()', t || '_changed', t);
    END LOOP;
END $$;
