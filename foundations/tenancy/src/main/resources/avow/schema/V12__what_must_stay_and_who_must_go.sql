-- Legal holds (promise R5). A hold covers the whole tenant, or the people it names; and all times, or
-- those of its span. The reason may name somebody, so it is sealed.
CREATE TABLE legal_holds (
    tenant_id     uuid NOT NULL REFERENCES tenants,
    id            uuid NOT NULL,
    name          text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    reason_sealed bytea NOT NULL,
    user_ids      uuid[] NOT NULL DEFAULT '{}',
    from_time     timestamptz,
    to_time       timestamptz,
    expected_end  date,
    created_by    uuid,
    created_at    timestamptz NOT NULL,
    released_by   uuid,
    released_at   timestamptz,
    PRIMARY KEY (tenant_id, id),
    CHECK (from_time < to_time)
);
COMMENT ON TABLE legal_holds IS 'class=privacy_record; retention=closure; erase=names people by their ids alone; the reason is sealed';

-- Whether a hold keeps something. No person: what is nobody's, which only a hold of the whole tenant
-- keeps. No time: what has none, such as an account, which every hold of that person keeps.
CREATE FUNCTION is_held(who uuid, at timestamptz) RETURNS boolean LANGUAGE sql STABLE
    SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM public.legal_holds h
        WHERE h.released_at IS NULL AND (h.user_ids = '{}' OR who = ANY (h.user_ids))
            AND (at IS NULL OR (at >= coalesce(h.from_time, '-infinity') AND at < coalesce(h.to_time, 'infinity'))))
$$;
REVOKE ALL ON FUNCTION is_held(uuid, timestamptz) FROM PUBLIC;

-- Each request to erase a person, and what came of it: a receipt for each store. It proves that the
-- request was met, so it outlives the person; it holds ids and counts alone.
CREATE TABLE erasures (
    tenant_id    uuid NOT NULL REFERENCES tenants,
    id           uuid NOT NULL,
    subject_id   uuid NOT NULL,
    state        text NOT NULL CHECK (state IN ('recoverable', 'held', 'pending', 'complete', 'recovered')),
    requested_at timestamptz NOT NULL,
    requested_by uuid,
    effective_at timestamptz NOT NULL,
    due_at       timestamptz NOT NULL,
    held_until   date,
    stores       jsonb NOT NULL DEFAULT '[]',
    completed_at timestamptz,
    PRIMARY KEY (tenant_id, id)
);
COMMENT ON TABLE erasures IS 'class=privacy_record; retention=closure; erase=holds ids and counts alone';

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['legal_holds', 'erasures'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY of_the_tenant ON %I USING (tenant_id = (SELECT avow_tenant())) WITH CHECK (tenant_id = (SELECT avow_tenant()))', t);
    END LOOP;
END $$;
