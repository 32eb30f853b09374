-- Interactions lie in partitions by time: a week each (Monday to Sunday, UTC), one for all that is older
-- and one for all that is newer. Where nothing in one can be read any more, it is emptied as a whole,
-- which writes next to nothing. Every time has a partition, so nothing is ever refused for its time; and
-- there is none of the kind DEFAULT, since PostgreSQL could then not read them in order.
--
-- The application's role has no right to any partition, and each has row-level security without a policy:
-- rows are reached through interactions alone, by its policies.

-- The partitions, the oldest first.
CREATE FUNCTION interaction_parts() RETURNS TABLE (part regclass, low timestamptz, high timestamptz)
    LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT c.oid::regclass, replace(b.ends[1], 'MINVALUE', '''-infinity''')::timestamptz AS low,
        replace(b.ends[2], 'MAXVALUE', '''infinity''')::timestamptz
    FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid,
        LATERAL (SELECT regexp_match(pg_get_expr(c.relpartbound, c.oid), 'FROM \((.+)\) TO \((.+)\)') AS ends) b
    WHERE i.inhparent = 'public.interactions'::regclass
    ORDER BY low
$$;

CREATE FUNCTION attach_interaction_part(part regclass, low timestamptz, high timestamptz) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    EXECUTE format('ALTER TABLE public.interactions ATTACH PARTITION %s FOR VALUES FROM (%s) TO (%s)', part,
        CASE WHEN low = '-infinity' THEN 'MINVALUE' ELSE quote_literal(low) END,
        CASE WHEN high = 'infinity' THEN 'MAXVALUE' ELSE quote_literal(high) END);
END $$;

-- The free space in each page keeps a use's end beside its beginning, as it did before (V1).
CREATE FUNCTION new_interaction_part(name text) RETURNS regclass
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    EXECUTE format('CREATE TABLE public.%I (LIKE public.interactions INCLUDING DEFAULTS INCLUDING CONSTRAINTS
        INCLUDING INDEXES) WITH (fillfactor = 70)', name);
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', name);
    RETURN name::regclass;
END $$;

CREATE FUNCTION interaction_part_name(low timestamptz, high timestamptz) RETURNS text
    LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT 'interactions_' || CASE WHEN low = '-infinity' THEN 'before' WHEN high = 'infinity' THEN 'after'
        ELSE to_char(low AT TIME ZONE 'UTC', 'IYYY_"w"IW') END
$$;

CREATE FUNCTION make_interaction_part(low timestamptz, high timestamptz) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM attach_interaction_part(new_interaction_part(interaction_part_name(low, high)), low, high);
END $$;

-- A week, whatever the session's time zone does to its days.
CREATE FUNCTION make_interaction_weeks(first timestamptz, until timestamptz) RETURNS integer
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    week interval := '168 hours';
    made integer := 0;
BEGIN
    WHILE first < until LOOP
        PERFORM make_interaction_part(first, first + week);
        first := first + week;
        made := made + 1;
    END LOOP;
    RETURN made;
END $$;

-- Makes weeks out of the newest partition, that many ahead; rows of clocks that were ahead move to theirs.
-- How many were made; -1 where somebody was in the way for longer than 50 ms.
CREATE FUNCTION gate_make_weeks(ahead integer) RETURNS integer LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    wanted timestamptz := date_trunc('week', now(), 'UTC') + (1 + least(greatest(ahead, 0), 52)) * interval '168 hours';
    newest record;
    made integer;
BEGIN
    SELECT * INTO newest FROM interaction_parts() WHERE high = 'infinity' AND low < wanted;
    IF NOT FOUND THEN
        RETURN 0;
    END IF;
    PERFORM set_config('lock_timeout', '50', true);
    EXECUTE format('ALTER TABLE public.interactions DETACH PARTITION %s', newest.part);
    made := make_interaction_weeks(newest.low, wanted);
    EXECUTE format('WITH early AS (DELETE FROM %s WHERE occurred_at < $1 RETURNING *)
        INSERT INTO public.interactions SELECT * FROM early', newest.part) USING wanted;
    PERFORM attach_interaction_part(newest.part, wanted, 'infinity');
    RETURN made;
EXCEPTION WHEN lock_not_available THEN
    RETURN -1;
END $$;

-- Makes weeks out of the oldest partition, that many back, for rows that are about to be loaded. It must
-- be empty. For the owner alone.
CREATE FUNCTION make_weeks_back(weeks integer) RETURNS void LANGUAGE plpgsql
    SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    oldest record;
    first timestamptz;
BEGIN
    SELECT * INTO STRICT oldest FROM interaction_parts() WHERE low = '-infinity';
    first := oldest.high - weeks * interval '168 hours';
    EXECUTE format('ALTER TABLE public.interactions DETACH PARTITION %s', oldest.part);
    PERFORM attach_interaction_part(oldest.part, '-infinity', first);
    PERFORM make_interaction_weeks(first, oldest.high);
END $$;

-- Rows that are there stay where they are: their table becomes the oldest partition, up to the end of this
-- week. It is read through, and not copied.
ALTER TABLE interactions RENAME TO interactions_before;
ALTER TABLE interactions_before RENAME CONSTRAINT interactions_pkey TO interactions_before_pkey;
DROP POLICY not_past_its_time ON interactions_before;
DROP POLICY of_the_tenant ON interactions_before;
REVOKE ALL ON interactions_before FROM avow_app;
COMMENT ON TABLE interactions_before IS NULL;

CREATE TABLE interactions (LIKE interactions_before INCLUDING DEFAULTS INCLUDING CONSTRAINTS,
    PRIMARY KEY (tenant_id, occurred_at, id)) PARTITION BY RANGE (occurred_at);
COMMENT ON TABLE interactions IS 'class=interaction; retention=90 days by default; erase=by user_id and api_key_id';
ALTER TABLE interactions ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_the_tenant ON interactions
    USING (tenant_id = (SELECT avow_tenant())) WITH CHECK (tenant_id = (SELECT avow_tenant()));
-- As in V21, word for word.
CREATE POLICY not_past_its_time ON interactions AS RESTRICTIVE FOR SELECT USING (
    coalesce((SELECT current_setting('avow.expired', true)), '') = 'shown'
    OR occurred_at >= coalesce((SELECT l.readable_from FROM retention_limits l
        WHERE l.tenant_id = (SELECT avow_tenant())), '-infinity')
    OR ((SELECT EXISTS (SELECT FROM legal_holds h WHERE h.released_at IS NULL))
        AND is_held(user_id, occurred_at)));

DO $$
DECLARE
    week timestamptz := date_trunc('week', now(), 'UTC');
BEGIN
    IF EXISTS (SELECT FROM interactions_before) THEN
        week := week + interval '168 hours';
    END IF;
    PERFORM make_interaction_part(week, 'infinity');
    WITH ahead AS (DELETE FROM interactions_before WHERE occurred_at >= week RETURNING *)
    INSERT INTO interactions SELECT * FROM ahead;
    PERFORM attach_interaction_part('interactions_before', '-infinity', week);
    PERFORM gate_make_weeks(8);
END $$;

-- The partitions that end behind the newest limit and that are not empty on the disk: those which may go
-- as a whole. The limit is the caller's business; gate_empty looks for itself.
CREATE FUNCTION gate_whole_parts() RETURNS SETOF timestamptz LANGUAGE sql STABLE
    SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT low FROM interaction_parts()
    WHERE high <= (SELECT max(readable_from) FROM public.retention_limits) AND pg_relation_size(part) > 0
    ORDER BY low
$$;

-- Takes a lock on a partition without ever waiting in its queue: it is tried ten times in 20 ms.
CREATE FUNCTION take_at_once(part regclass, mode text) RETURNS void LANGUAGE plpgsql
    SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    FOR tries IN 1..10 LOOP
        BEGIN
            EXECUTE format('LOCK TABLE ONLY %s IN %s MODE NOWAIT', part, mode);
            RETURN;
        EXCEPTION WHEN lock_not_available THEN
            IF tries = 10 THEN
                RAISE;
            END IF;
        END;
        PERFORM pg_sleep(0.002);
    END LOOP;
END $$;

-- Empties the partition that begins there, if nothing in it can be read any more: each row is behind its
-- tenant's limit, and under no hold that is in force. Counts its rows, by tenant too.
--
-- What takes long, the counting, comes first and locks nobody out. Then nobody writes to the partition while
-- it is looked at once more, and no hold is placed. The lock that keeps readers away comes last. No lock on the partition is waited for, so that nobody queues behind this and no deadlock can be.
--
-- How many rows went; -1 where somebody was in the way; null where something in it must stay.
CREATE FUNCTION gate_empty(first timestamptz) RETURNS bigint LANGUAGE plpgsql
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
        WITH counted AS MATERIALIZED (SELECT tenant_id, count(*) AS rows FROM %s GROUP BY tenant_id),
        noted AS (
            UPDATE public.retention_runs r SET swept = r.swept + c.rows
            FROM counted c WHERE r.tenant_id = c.tenant_id)
        SELECT coalesce(sum(rows), 0) FROM counted
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

-- Makes one partition of two that follow each other, end behind the newest limit and hold nothing, so that
-- there are not more and more of them. It can take away no row: it looks once more when nobody else can
-- reach them. Everybody waits for it, so the new one is made before.
--
-- 1; 0 where there are no two; -1 where somebody was in the way for longer than 50 ms.
CREATE FUNCTION gate_join_empty_parts() RETURNS integer LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    p record;
    free boolean;
    older regclass;
    newer regclass;
    joined regclass;
    low timestamptz;
    high timestamptz;
    each regclass;
BEGIN
    FOR p IN SELECT * FROM interaction_parts() q
            WHERE q.high <= (SELECT max(readable_from) FROM public.retention_limits) LOOP
        EXECUTE format('SELECT NOT EXISTS (SELECT FROM %s)', p.part) INTO free;
        IF free AND older IS NOT NULL THEN
            newer := p.part;
            high := p.high;
            EXIT;
        END IF;
        older := CASE WHEN free THEN p.part END;
        low := p.low;
    END LOOP;
    IF newer IS NULL THEN
        RETURN 0;
    END IF;
    joined := new_interaction_part('interactions_joined');
    PERFORM set_config('lock_timeout', '50', true);
    LOCK TABLE ONLY public.interactions IN ACCESS EXCLUSIVE MODE;
    FOREACH each IN ARRAY ARRAY[older, newer] LOOP
        EXECUTE format('ALTER TABLE public.interactions DETACH PARTITION %s', each);
        EXECUTE format('SELECT NOT EXISTS (SELECT FROM %s)', each) INTO free;
        IF NOT free THEN
            RAISE lock_not_available;
        END IF;
        EXECUTE format('DROP TABLE %s', each);
    END LOOP;
    EXECUTE format('ALTER TABLE %s RENAME TO %I', joined, interaction_part_name(low, high));
    PERFORM attach_interaction_part(joined, low, high);
    RETURN 1;
EXCEPTION WHEN lock_not_available OR undefined_table OR deadlock_detected THEN
    RETURN -1;
END $$;

-- Where rows that are older than that go one by one; null: than the newest limit. A week is left alone that its limit has not passed by
-- two days: it is about to go as a whole. What it then still holds is kept there by something else in it;
-- and what is longer than a week would take too long to be due as a whole.
CREATE FUNCTION gate_row_by_row(due timestamptz) RETURNS TABLE (low timestamptz, high timestamptz, pages bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT p.low, p.high, pg_relation_size(p.part) / current_setting('block_size')::bigint
    FROM interaction_parts() p
    JOIN (SELECT coalesce(due, max(readable_from)) AS until FROM public.retention_limits) l
        ON p.low < l.until AND (p.high <= l.until - interval '2 days' OR p.high > p.low + interval '8 days')
    ORDER BY p.low
$$;

-- How many rows of a span are behind the limits: of all tenants, and of those alone that have no hold.
DROP FUNCTION gate_expired();
CREATE FUNCTION gate_expired(first timestamptz, until timestamptz) RETURNS TABLE (every bigint, free bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT coalesce(sum(due.rows), 0)::bigint,
        coalesce(sum(due.rows) FILTER (WHERE NOT EXISTS (SELECT FROM public.legal_holds h
            WHERE h.tenant_id = l.tenant_id AND h.released_at IS NULL)), 0)::bigint
    FROM public.retention_limits l, LATERAL (
        SELECT count(*) AS rows FROM public.interactions i
        WHERE i.tenant_id = l.tenant_id AND i.occurred_at < l.readable_from
            AND i.occurred_at >= first AND i.occurred_at < until) due
$$;

-- As in V21, but of the partition that begins there.
DROP FUNCTION gate_sweep(bigint, integer);
CREATE FUNCTION gate_sweep(first timestamptz, first_page bigint, pages integer) RETURNS bigint LANGUAGE plpgsql
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
            SELECT r.place FROM looked r
            JOIN public.retention_limits l ON l.tenant_id = r.tenant_id AND r.occurred_at < l.readable_from
            WHERE NOT EXISTS (
                SELECT FROM public.legal_holds h
                WHERE h.tenant_id = r.tenant_id AND h.released_at IS NULL
                    AND (h.user_ids = '{}' OR r.user_id = ANY (h.user_ids))
                    AND r.occurred_at >= coalesce(h.from_time, '-infinity')
                    AND r.occurred_at < coalesce(h.to_time, 'infinity'))
        ), gone AS (
            DELETE FROM %1$s WHERE ctid = ANY (ARRAY(SELECT place FROM due))
            RETURNING tenant_id
        ), counted AS (
            UPDATE public.retention_runs r SET swept = r.swept + c.rows
            FROM (SELECT tenant_id, count(*) AS rows FROM gone GROUP BY tenant_id) c
            WHERE r.tenant_id = c.tenant_id
        )
        SELECT count(*) FROM gone
        $q$, part) INTO deleted
        USING format('(%s,0)', first_page)::tid, format('(%s,0)', first_page + least(pages, 4096))::tid;
    RETURN deleted;
END $$;

REVOKE ALL ON FUNCTION interaction_parts(), attach_interaction_part(regclass, timestamptz, timestamptz),
    new_interaction_part(text), interaction_part_name(timestamptz, timestamptz),
    make_interaction_part(timestamptz, timestamptz), make_interaction_weeks(timestamptz, timestamptz),
    make_weeks_back(integer), gate_make_weeks(integer), gate_whole_parts(), take_at_once(regclass, text), gate_empty(timestamptz),
    gate_join_empty_parts(), gate_row_by_row(timestamptz), gate_expired(timestamptz, timestamptz),
    gate_sweep(timestamptz, bigint, integer) FROM PUBLIC;
