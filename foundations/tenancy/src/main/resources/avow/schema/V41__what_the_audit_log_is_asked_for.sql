-- Who looks at something leaves an entry as who changes something does, and there are many more of the first: asked for
-- changes, the log does not read past all looks. Only open columns are asked for; what is sealed has no index.
-- Everything that is not known to be a look counts as a change, so that nothing new is out of sight.
CREATE FUNCTION is_look(action text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN action ~ '_(viewed|exported|export_resumed|replayed|searched)$';

CREATE INDEX audit_logs_of_changes ON audit_logs (tenant_id, occurred_at, id) WHERE NOT is_look(action);
CREATE INDEX audit_logs_by_action ON audit_logs (tenant_id, action, occurred_at, id);
CREATE INDEX audit_logs_by_actor ON audit_logs (tenant_id, actor_id, occurred_at, id);
CREATE INDEX audit_logs_of_nobody ON audit_logs (tenant_id, occurred_at, id) WHERE actor_id IS NULL;

-- The actions that stand in the tenant's log, each once, by one look into the index for each. A function, since below
-- row-level security no index is asked for what is greater than a text.
CREATE FUNCTION audit_actions() RETURNS TABLE (action text, looks boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    WITH RECURSIVE found (action) AS (
        (SELECT a.action FROM public.audit_logs a WHERE a.tenant_id = public.avow_tenant()
            ORDER BY a.action LIMIT 1)
        UNION ALL
        SELECT (SELECT a.action FROM public.audit_logs a
            WHERE a.tenant_id = public.avow_tenant() AND a.action > f.action ORDER BY a.action LIMIT 1)
        FROM found f WHERE f.action IS NOT NULL)
    SELECT f.action, public.is_look(f.action) FROM found f WHERE f.action IS NOT NULL;
$$;
REVOKE ALL ON FUNCTION audit_actions() FROM PUBLIC;
