-- Spans of the audit log whose time is over (promise R1). Their entries are gone; what stays is a note
-- that is signed under the tenant's key and has the roots of the subtrees they were (RFC 6962), so that
-- the tree proves as before. docs/audit.md.
CREATE TABLE audit_stubs (
    tenant_id      uuid NOT NULL REFERENCES tenants,
    first_position bigint NOT NULL CHECK (first_position >= 0),
    next_position  bigint NOT NULL,
    note           text NOT NULL,
    PRIMARY KEY (tenant_id, first_position),
    CHECK (next_position > first_position AND next_position - first_position <= 10000)
);
COMMENT ON TABLE audit_stubs IS 'class=audit_log; retention=closure; erase=holds hashes and times alone';
CREATE TRIGGER audit_stubs_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_stubs
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE audit_stubs ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_the_tenant ON audit_stubs
    USING (tenant_id = (SELECT avow_tenant())) WITH CHECK (tenant_id = (SELECT avow_tenant()));

ALTER TABLE retention_runs ADD COLUMN audit_entries bigint NOT NULL DEFAULT 0;

-- The log stays append-only for everyone, its owner included, but for what a stub covers.
DROP TRIGGER audit_logs_append_only ON audit_logs;
CREATE TRIGGER audit_logs_append_only BEFORE UPDATE OR TRUNCATE ON audit_logs
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
DROP TRIGGER audit_leaves_append_only ON audit_leaves;
CREATE TRIGGER audit_leaves_append_only BEFORE UPDATE OR TRUNCATE ON audit_leaves
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_deletion_of_leaves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM gone WHERE NOT EXISTS (
            SELECT FROM public.audit_stubs s WHERE s.tenant_id = gone.tenant_id
                AND gone.position >= s.first_position AND gone.position < s.next_position)) THEN
        RAISE EXCEPTION 'the audit log is append-only';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER audit_leaves_go_closed AFTER DELETE ON audit_leaves REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_deletion_of_leaves();

CREATE FUNCTION refuse_deletion_of_entries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM gone WHERE NOT EXISTS (
            SELECT FROM public.audit_leaves l JOIN public.audit_stubs s ON s.tenant_id = l.tenant_id
                AND l.position >= s.first_position AND l.position < s.next_position
            WHERE l.tenant_id = gone.tenant_id AND l.entry_id = gone.id
                AND l.occurred_at = gone.occurred_at)) THEN
        RAISE EXCEPTION 'the audit log is append-only';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER audit_logs_go_closed AFTER DELETE ON audit_logs REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_deletion_of_entries();

-- Whether a hold keeps an entry: of the whole tenant, of who acted, or of whose account it is about.
-- The tenant is named, since this is asked by a function that sees all of them, too.
CREATE FUNCTION is_entry_held(tenant uuid, actor uuid, kind text, resource text, at timestamptz)
    RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM public.legal_holds h
        WHERE h.tenant_id = tenant AND h.released_at IS NULL
            AND (h.user_ids = '{}' OR actor = ANY (h.user_ids)
                OR (kind IN ('user', 'session') AND resource = ANY (h.user_ids::text[])))
            AND at >= coalesce(h.from_time, '-infinity') AND at < coalesce(h.to_time, 'infinity'))
$$;
REVOKE ALL ON FUNCTION is_entry_held(uuid, uuid, text, text, timestamptz) FROM PUBLIC;

-- Deletes the entries that a stub of the tenant covers, all of them or none; nothing else can. None may
-- be younger than a day, which is the shortest retention there is, or under a hold.
CREATE FUNCTION close_audit_span(wanted bigint) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    t uuid := public.avow_tenant();
    s public.audit_stubs;
    entries bigint;
    leaves bigint;
BEGIN
    SELECT * INTO s FROM public.audit_stubs WHERE tenant_id = t AND first_position = wanted;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'no stub covers this span of the audit log';
    END IF;
    IF EXISTS (SELECT FROM public.audit_leaves l JOIN public.audit_logs a
            ON a.tenant_id = l.tenant_id AND a.occurred_at = l.occurred_at AND a.id = l.entry_id
            WHERE l.tenant_id = t AND l.position >= s.first_position AND l.position < s.next_position
                AND (a.occurred_at > now() - interval '1 day'
                    OR public.is_entry_held(t, a.actor_id, a.resource_type, a.resource_id, a.occurred_at))) THEN
        RAISE EXCEPTION 'an entry of this span is too young, or under a legal hold';
    END IF;
    DELETE FROM public.audit_logs a USING public.audit_leaves l
    WHERE l.tenant_id = t AND l.position >= s.first_position AND l.position < s.next_position
        AND a.tenant_id = t AND a.occurred_at = l.occurred_at AND a.id = l.entry_id;
    GET DIAGNOSTICS entries = ROW_COUNT;
    DELETE FROM public.audit_leaves l
    WHERE l.tenant_id = t AND l.position >= s.first_position AND l.position < s.next_position;
    GET DIAGNOSTICS leaves = ROW_COUNT;
    IF entries <> s.next_position - s.first_position OR leaves <> entries THEN
        RAISE EXCEPTION 'this span of the audit log is not whole';
    END IF;
    RETURN entries;
END $$;
REVOKE ALL ON FUNCTION close_audit_span(bigint) FROM PUBLIC;
REVOKE ALL ON FUNCTION refuse_deletion_of_leaves(), refuse_deletion_of_entries() FROM PUBLIC;
