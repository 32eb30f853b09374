-- From when on interactions of a tenant can be read. What is older is past its time: no query finds it
-- any more, whether or not its row still lies on the disk, unless a legal hold keeps it (promises R1,
-- R5). It moves forward alone.
CREATE TABLE retention_limits (
    tenant_id     uuid PRIMARY KEY REFERENCES tenants,
    readable_from timestamptz NOT NULL
);
COMMENT ON TABLE retention_limits IS 'class=configuration; retention=closure; erase=holds a time alone';
ALTER TABLE retention_limits ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_the_tenant ON retention_limits
    USING (tenant_id = (SELECT avow_tenant())) WITH CHECK (tenant_id = (SELECT avow_tenant()));

-- A policy, so that no query can forget it. It only takes away from what the tenant's policy shows. Who
-- deletes, erases or records must see what is there, and says so (avow.expired) for a transaction, or
-- for a connection that only records.
CREATE POLICY not_past_its_time ON interactions AS RESTRICTIVE FOR SELECT USING (
    coalesce((SELECT current_setting('avow.expired', true)), '') = 'shown'
    OR occurred_at >= coalesce((SELECT l.readable_from FROM retention_limits l
        WHERE l.tenant_id = (SELECT avow_tenant())), '-infinity')
    OR ((SELECT EXISTS (SELECT FROM legal_holds h WHERE h.released_at IS NULL))
        AND is_held(user_id, occurred_at)));

-- What the sweep deleted, until the tenant's next run counts it as its own.
ALTER TABLE retention_runs ADD COLUMN swept bigint NOT NULL DEFAULT 0;

-- Moves every tenant's limit forward, in one transaction. Nothing that is younger than a day, which is
-- the shortest retention there is, comes behind it, whatever the caller's clock says.
CREATE FUNCTION gate_expire(before timestamptz) RETURNS void LANGUAGE sql SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS $$
    INSERT INTO public.retention_limits AS l (tenant_id, readable_from)
    SELECT tenant_id, least(before, now() - interval '1 day') FROM public.tenants
    ON CONFLICT (tenant_id) DO UPDATE SET readable_from = excluded.readable_from
    WHERE excluded.readable_from > l.readable_from
$$;

-- How many rows are behind the limits: of all tenants, and of those alone that have no hold.
CREATE FUNCTION gate_expired() RETURNS TABLE (every bigint, free bigint) LANGUAGE sql STABLE
    SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT coalesce(sum(due.rows), 0)::bigint,
        coalesce(sum(due.rows) FILTER (WHERE NOT EXISTS (SELECT FROM public.legal_holds h
            WHERE h.tenant_id = l.tenant_id AND h.released_at IS NULL)), 0)::bigint
    FROM public.retention_limits l, LATERAL (
        SELECT count(*) AS rows FROM public.interactions i
        WHERE i.tenant_id = l.tenant_id AND i.occurred_at < l.readable_from) due
$$;

-- Deletes what is behind the limits and not held from some pages of the table, of all tenants: rows of
-- many tenants share a page, and each page that is touched costs far more than each row. It can delete
-- nothing that could still be read. Placing a hold waits for its end. At most 4,096 pages.
CREATE FUNCTION gate_sweep(first_page bigint, pages integer) RETURNS bigint LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    low tid := format('(%s,0)', first_page)::tid;
    high tid := format('(%s,0)', first_page + least(pages, 4096))::tid;
    deleted bigint;
BEGIN
    PERFORM pg_advisory_xact_lock_shared(hashtextextended('avow.holds', 0));
    WITH looked AS MATERIALIZED (
        SELECT i.ctid AS place, i.tenant_id, i.user_id, i.occurred_at FROM public.interactions i
        WHERE i.ctid >= low AND i.ctid < high
    ), due AS MATERIALIZED (
        SELECT r.place FROM looked r
        JOIN public.retention_limits l ON l.tenant_id = r.tenant_id AND r.occurred_at < l.readable_from
        WHERE NOT EXISTS (
            SELECT FROM public.legal_holds h
            WHERE h.tenant_id = r.tenant_id AND h.released_at IS NULL
                AND (h.user_ids = '{}' OR r.user_id = ANY (h.user_ids))
                AND r.occurred_at >= coalesce(h.from_time, '-infinity')
                AND r.occurred_at < coalesce(h.to_time, 'infinity'))
    ), gone AS (
        DELETE FROM public.interactions WHERE ctid = ANY (ARRAY(SELECT place FROM due))
        RETURNING tenant_id
    ), counted AS (
        UPDATE public.retention_runs r SET swept = r.swept + c.rows
        FROM (SELECT tenant_id, count(*) AS rows FROM gone GROUP BY tenant_id) c
        WHERE r.tenant_id = c.tenant_id
    )
    SELECT count(*) INTO deleted FROM gone;
    RETURN deleted;
END $$;
REVOKE ALL ON FUNCTION gate_expire(timestamptz), gate_expired(), gate_sweep(bigint, integer) FROM PUBLIC;
