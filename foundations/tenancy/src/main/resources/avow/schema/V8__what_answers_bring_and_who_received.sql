-- What a policy looks at: requests, answers, or each of them.
ALTER TABLE policies
    ADD COLUMN applies_to text NOT NULL DEFAULT 'request' CHECK (applies_to IN ('request', 'answer', 'both'));

-- Who received some of a request: an array of {purpose, provider, host, region, agreement}; null for nobody.
ALTER TABLE interactions ADD COLUMN received_by jsonb;

-- All who ever received text of the tenant. It outlives the interactions it was counted from, so that a
-- register of sub-processors can be held against it.
CREATE TABLE egress_hosts (
    tenant_id  uuid NOT NULL REFERENCES tenants,
    host       text NOT NULL,
    provider   text NOT NULL,
    purpose    text NOT NULL,
    region     text,
    agreement  text,
    first_seen timestamptz NOT NULL,
    last_seen  timestamptz NOT NULL,
    uses       bigint NOT NULL CHECK (uses > 0),
    PRIMARY KEY (tenant_id, host, provider, purpose)
);
COMMENT ON TABLE egress_hosts IS 'class=configuration; retention=closure; erase=holds names of hosts alone';
ALTER TABLE egress_hosts ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_the_tenant ON egress_hosts
    USING (tenant_id = (SELECT avow_tenant())) WITH CHECK (tenant_id = (SELECT avow_tenant()));
