-- Each tenant's audit log is a Merkle tree (RFC 6962). A leaf is made of an entry's open columns and of
-- commitments to its sealed ones; docs/audit.md says how. The nonce opens the commitments and is sealed,
-- so that what was erased can be proven no longer to say anything.
CREATE TABLE audit_leaves (
    tenant_id    uuid NOT NULL,
    position     bigint NOT NULL CHECK (position >= 0),
    entry_id     uuid NOT NULL,
    occurred_at  timestamptz NOT NULL,
    commitments  bytea NOT NULL CHECK (length(commitments) = 128),
    leaf_hash    bytea NOT NULL CHECK (length(leaf_hash) = 32),
    nonce_sealed bytea NOT NULL,
    PRIMARY KEY (tenant_id, position),
    UNIQUE (tenant_id, entry_id),
    FOREIGN KEY (tenant_id) REFERENCES tenants
);
COMMENT ON TABLE audit_leaves IS 'class=audit_log; retention=with its entry; erase=the nonce is sealed, the leaf stays';
CREATE TRIGGER audit_leaves_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_leaves
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Where the tree has come to; the mac is made under the tenant's key.
CREATE TABLE audit_trees (
    tenant_id uuid PRIMARY KEY REFERENCES tenants,
    size      bigint NOT NULL CHECK (size >= 0),
    peaks     bytea NOT NULL,
    mac       bytea NOT NULL
);
COMMENT ON TABLE audit_trees IS 'class=audit_log; retention=closure; erase=holds hashes alone';

ALTER TABLE audit_leaves ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_the_tenant ON audit_leaves
    USING (tenant_id = (SELECT avow_tenant())) WITH CHECK (tenant_id = (SELECT avow_tenant()));
ALTER TABLE audit_trees ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_the_tenant ON audit_trees
    USING (tenant_id = (SELECT avow_tenant())) WITH CHECK (tenant_id = (SELECT avow_tenant()));
