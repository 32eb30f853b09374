-- The nodes on this database. Each renews its row; one that did not in time is gone, and its row is
-- removed by whoever looks next. While one counts what is spent alone, in its memory, no other does.
CREATE TABLE nodes (
    tenant_id  uuid NOT NULL REFERENCES tenants,
    id         uuid NOT NULL,
    counts     text NOT NULL DEFAULT 'not' CHECK (counts IN ('not', 'alone', 'together')),
    good_until timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id)
);
COMMENT ON TABLE nodes IS 'class=configuration; retention=seconds after the node is gone; erase=holds ids of nodes alone';

-- By row: a statement that changed none tells nobody.
CREATE TRIGGER nodes_changed AFTER INSERT OR DELETE OR UPDATE OF counts ON nodes
    FOR EACH ROW EXECUTE FUNCTION tell_of_change();

-- What was spent or is held in the periods under way, while several nodes count. The interactions hold
-- the same; what stands here is put anew whenever nodes begin to count together.
CREATE TABLE budget_counts (
    tenant_id  uuid NOT NULL REFERENCES tenants,
    level      text NOT NULL CHECK (level IN ('tenant', 'api_key', 'user')),
    subject_id uuid NOT NULL,
    period     text NOT NULL CHECK (period IN ('day', 'month')),
    number     bigint NOT NULL,
    picos      bigint NOT NULL,
    tokens     bigint NOT NULL,
    PRIMARY KEY (tenant_id, level, subject_id, period, number)
);
COMMENT ON TABLE budget_counts IS 'class=configuration; retention=the month under way; erase=with the key or the user it is of';

-- Folders that every node on this database must share. What each holds says which one it is.
CREATE TABLE shared_folders (
    tenant_id uuid NOT NULL REFERENCES tenants,
    name      text NOT NULL,
    mark      uuid NOT NULL,
    PRIMARY KEY (tenant_id, name)
);
COMMENT ON TABLE shared_folders IS 'class=configuration; retention=closure; erase=holds random numbers alone';

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['nodes', 'budget_counts', 'shared_folders'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY of_the_tenant ON %I USING (tenant_id = (SELECT avow_tenant())) WITH CHECK (tenant_id = (SELECT avow_tenant()))', t);
    END LOOP;
END $$;

CREATE FUNCTION forget_counts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM public.budget_counts WHERE tenant_id = OLD.tenant_id AND subject_id = OLD.id;
    RETURN NULL;
END $$;
CREATE TRIGGER users_counts AFTER DELETE ON users FOR EACH ROW EXECUTE FUNCTION forget_counts();
CREATE TRIGGER api_keys_counts AFTER DELETE ON api_keys FOR EACH ROW EXECUTE FUNCTION forget_counts();

-- A node says that it is here for so long. Answers whether its row was there, how it counts, how many
-- others there are, and how many come before it.
CREATE FUNCTION gate_node_here(node uuid, seconds integer)
    RETURNS TABLE (known boolean, counts text, others integer, place integer)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    until timestamptz;
    was boolean;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('avow.nodes', 0));
    until := clock_timestamp() + make_interval(secs => seconds);
    DELETE FROM public.nodes n WHERE n.good_until < clock_timestamp() AND n.id <> node;
    UPDATE public.nodes n SET good_until = until WHERE n.id = node;
    was := FOUND;
    IF NOT was THEN
        INSERT INTO public.nodes (tenant_id, id, good_until)
        VALUES ('00000000-0000-7000-8000-000000000001', node, until);
    END IF;
    RETURN QUERY SELECT was, max(n.counts) FILTER (WHERE n.id = node),
        (count(*) FILTER (WHERE n.id <> node))::integer,
        (count(*) FILTER (WHERE n.id < node))::integer
    FROM public.nodes n;
END $$;

-- A node begins to count otherwise: alone where no other counts, together where others do so too or
-- where it counted alone. False where it cannot.
CREATE FUNCTION gate_node_counts(node uuid, wanted text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('avow.nodes', 0));
    UPDATE public.nodes n SET counts = wanted WHERE n.id = node AND CASE wanted
        WHEN 'alone' THEN NOT EXISTS (SELECT FROM public.nodes o WHERE o.id <> node AND o.counts <> 'not')
        ELSE n.counts = 'alone' OR EXISTS (SELECT FROM public.nodes o WHERE o.id <> node AND o.counts = 'together')
    END;
    RETURN FOUND;
END $$;

CREATE FUNCTION gate_node_leaves(node uuid) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    DELETE FROM public.nodes WHERE id = node
$$;

-- Whether a node counts with others, which it goes on to until the transaction ends.
CREATE FUNCTION gate_node_shares(node uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM FROM public.nodes n WHERE n.id = node AND n.counts = 'together' FOR SHARE;
    RETURN FOUND;
END $$;
REVOKE ALL ON FUNCTION gate_node_here(uuid, integer), gate_node_counts(uuid, text), gate_node_leaves(uuid), gate_node_shares(uuid) FROM PUBLIC;
