-- Rotations of tenants' sealing keys (promise I7). One at a time: requested; announced, when every node
-- has been given the new version to open with; rewrapping, when it seals and what older versions sealed
-- is sealed anew; complete, when these are destroyed. docs/keys.md.
CREATE TABLE key_rotations (
    tenant_id    uuid NOT NULL REFERENCES tenants,
    id           uuid NOT NULL,
    state        text NOT NULL CHECK (state IN ('requested', 'announced', 'rewrapping', 'complete')),
    reason       text NOT NULL CHECK (reason IN ('asked', 'restored')),
    key_version  integer,
    requested_by uuid,
    requested_at timestamptz NOT NULL,
    announced_at timestamptz,
    promoted_at  timestamptz,
    completed_at timestamptz,
    moved        bigint NOT NULL DEFAULT 0,
    unreadable   bigint NOT NULL DEFAULT 0,
    waiting_for  text,
    PRIMARY KEY (tenant_id, id),
    CHECK ((state = 'requested') = (key_version IS NULL))
);
COMMENT ON TABLE key_rotations IS 'class=configuration; retention=closure; erase=holds ids, counts and times alone';
CREATE UNIQUE INDEX key_rotations_one_at_a_time ON key_rotations (tenant_id) WHERE state <> 'complete';

ALTER TABLE key_rotations ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_the_tenant ON key_rotations
    USING (tenant_id = (SELECT avow_tenant())) WITH CHECK (tenant_id = (SELECT avow_tenant()));

-- Whose key is being rotated: every node asks every few seconds, of however many tenants.
CREATE FUNCTION gate_key_rotations() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT r.tenant_id FROM public.key_rotations r WHERE r.state <> 'complete'
$$;
REVOKE ALL ON FUNCTION gate_key_rotations() FROM PUBLIC;

-- Nodes keep keys in memory, and one of them does what is asked for.
CREATE TRIGGER tenant_keys_changed AFTER UPDATE ON tenant_keys
    FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();
CREATE TRIGGER key_rotations_changed AFTER INSERT ON key_rotations
    FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();

-- The audit log stays append-only for everyone, its owner included. What an entry says stays; only the
-- key may change under which the tenant's key, and not a person's, sealed it: while the tenant's is
-- rotated, to the version that is rotated to. That nothing else was put there the leaf proves, which
-- commits to what the values say.
CREATE FUNCTION refuse_change_but_of_the_key() RETURNS trigger LANGUAGE plpgsql
    SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    before jsonb := to_jsonb(OLD);
    after jsonb := to_jsonb(NEW);
    version text;
    field text;
BEGIN
    SELECT lpad(to_hex(r.key_version), 8, '0') INTO version FROM public.key_rotations r
    WHERE r.tenant_id = OLD.tenant_id AND r.state = 'rewrapping';
    FOR field IN SELECT jsonb_object_keys(before) LOOP
        IF before -> field IS DISTINCT FROM after -> field
            AND (version IS NULL OR field NOT LIKE '%\_sealed'
                OR coalesce(before ->> field !~ '^\\x(01|43)', true)
                OR coalesce(after ->> field !~ ('^\\x(43)?01' || version), true)) THEN
            RAISE EXCEPTION 'the audit log is append-only';
        END IF;
    END LOOP;
    RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION refuse_change_but_of_the_key() FROM PUBLIC;

DROP TRIGGER audit_logs_append_only ON audit_logs;
CREATE TRIGGER audit_logs_append_only BEFORE TRUNCATE ON audit_logs
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_logs_keep_what_they_say BEFORE UPDATE ON audit_logs
    FOR EACH ROW EXECUTE FUNCTION refuse_change_but_of_the_key();
DROP TRIGGER audit_leaves_append_only ON audit_leaves;
CREATE TRIGGER audit_leaves_append_only BEFORE TRUNCATE ON audit_leaves
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_leaves_keep_what_they_say BEFORE UPDATE ON audit_leaves
    FOR EACH ROW EXECUTE FUNCTION refuse_change_but_of_the_key();
