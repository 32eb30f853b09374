-- As in V22, but a row that is in the archive was counted when it moved there: that it goes from the disk later is no
-- end of it. Figures of runs before stay as they were.
CREATE OR REPLACE FUNCTION gate_empty(first timestamptz) RETURNS bigint LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    looks text;
    p record;
    kept boolean;
    gone bigint;
BEGIN
    SELECT * INTO p FROM interaction_parts() WHERE low = first AND high <= now() - interval '1 day';
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    PERFORM set_config('lock_timeout', '50', true), set_config('enable_seqscan', 'off', true);
    looks := format($q$
        WITH RECURSIVE whose AS (
            (SELECT i.tenant_id FROM %1$s i ORDER BY i.tenant_id LIMIT 1)
            UNION ALL
            SELECT (SELECT i.tenant_id FROM %1$s i WHERE i.tenant_id > w.tenant_id ORDER BY i.tenant_id LIMIT 1)
            FROM whose w WHERE w.tenant_id IS NOT NULL)
        SELECT EXISTS (
            SELECT FROM whose w LEFT JOIN public.retention_limits l ON l.tenant_id = w.tenant_id
            WHERE w.tenant_id IS NOT NULL AND coalesce(l.readable_from, '-infinity') < $1
                AND EXISTS (SELECT FROM %1$s i WHERE i.tenant_id = w.tenant_id
                    AND i.occurred_at >= coalesce(l.readable_from, '-infinity')))
        OR EXISTS (
            SELECT FROM public.legal_holds h, LATERAL (SELECT FROM %1$s i WHERE i.tenant_id = h.tenant_id
                AND (h.user_ids = '{}' OR i.user_id = ANY (h.user_ids))
                AND i.occurred_at >= coalesce(h.from_time, '-infinity')
                AND i.occurred_at < coalesce(h.to_time, 'infinity') LIMIT 1) held
            WHERE h.released_at IS NULL)
        $q$, p.part);
    EXECUTE looks INTO kept USING p.high;
    IF kept THEN
        RETURN NULL;
    END IF;
    PERFORM set_config('enable_seqscan', 'on', true);
    EXECUTE format($q$
        WITH counted AS MATERIALIZED (SELECT i.tenant_id, count(*) AS every, count(*) FILTER (
                WHERE i.occurred_at >= l.archived_from AND i.occurred_at < l.archived_until) AS archived
            FROM %s i LEFT JOIN public.retention_limits l ON l.tenant_id = i.tenant_id GROUP BY i.tenant_id),
        noted AS (
            UPDATE public.retention_runs r SET swept = r.swept + c.every - c.archived
            FROM counted c WHERE r.tenant_id = c.tenant_id AND c.every > c.archived)
        SELECT coalesce(sum(every), 0) FROM counted
        $q$, p.part) INTO gone;
    PERFORM set_config('enable_seqscan', 'off', true);
    PERFORM pg_advisory_xact_lock_shared(hashtextextended('avow.holds', 0));
    PERFORM take_at_once(p.part, 'SHARE ROW EXCLUSIVE');
    IF NOT EXISTS (SELECT FROM interaction_parts() q WHERE q.part = p.part AND q.high = p.high) THEN
        RAISE lock_not_available;
    END IF;
    EXECUTE looks INTO kept USING p.high;
    IF kept THEN
        RAISE lock_not_available;
    END IF;
    PERFORM take_at_once(p.part, 'ACCESS EXCLUSIVE');
    EXECUTE format('TRUNCATE ONLY %s', p.part);
    RETURN gone;
EXCEPTION WHEN lock_not_available OR undefined_table OR deadlock_detected THEN
    RETURN -1;
END $$;

CREATE OR REPLACE FUNCTION gate_sweep(first timestamptz, first_page bigint, pages integer) RETURNS bigint LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    part regclass := (SELECT p.part FROM interaction_parts() p WHERE p.low = first);
    deleted bigint;
BEGIN
    IF part IS NULL THEN
        RETURN 0;
    END IF;
    PERFORM pg_advisory_xact_lock_shared(hashtextextended('avow.holds', 0));
    EXECUTE format($q$
        WITH looked AS MATERIALIZED (
            SELECT i.ctid AS place, i.tenant_id, i.user_id, i.occurred_at FROM %1$s i
            WHERE i.ctid >= $1 AND i.ctid < $2
        ), due AS MATERIALIZED (
            SELECT r.place, r.tenant_id,
                coalesce(r.occurred_at >= l.archived_from AND r.occurred_at < l.archived_until, false) AS archived
            FROM looked r
            JOIN public.retention_limits l ON l.tenant_id = r.tenant_id AND r.occurred_at < l.readable_from
            WHERE NOT EXISTS (
                SELECT FROM public.legal_holds h
                WHERE h.tenant_id = r.tenant_id AND h.released_at IS NULL
                    AND (h.user_ids = '{}' OR r.user_id = ANY (h.user_ids))
                    AND r.occurred_at >= coalesce(h.from_time, '-infinity')
                    AND r.occurred_at < coalesce(h.to_time, 'infinity'))
        ), gone AS (
            DELETE FROM %1$s WHERE ctid = ANY (ARRAY(SELECT place FROM due))
            RETURNING ctid AS place
        ), counted AS (
            UPDATE public.retention_runs r SET swept = r.swept + c.rows
            FROM (SELECT d.tenant_id, count(*) AS rows FROM gone g JOIN due d ON d.place = g.place
                WHERE NOT d.archived GROUP BY d.tenant_id) c
            WHERE r.tenant_id = c.tenant_id
        )
        SELECT count(*) FROM gone
        $q$, part) INTO deleted
        USING format('(%s,0)', first_page)::tid, format('(%s,0)', first_page + least(pages, 4096))::tid;
    RETURN deleted;
END $$;
