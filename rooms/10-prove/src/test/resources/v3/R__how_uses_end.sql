-- A group of uses that ended, by one call. Each row is found by its whole key: as one joined UPDATE, a
-- plan made while the table was small would go through all rows of the tenant for ever after.
-- Both run with the caller's rights, so row-level security holds inside them.
CREATE OR REPLACE FUNCTION end_uses(rows json) RETURNS void LANGUAGE plpgsql
    SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE r record;
BEGIN
    FOR r IN SELECT * FROM json_to_recordset(rows) AS j (tenant_id uuid, id uuid,
            occurred_at timestamptz, status text, response_hash text, tokens_in integer,
            tokens_out integer, duration_ms integer, classifications jsonb) LOOP
        UPDATE public.interactions i
        SET status = r.status, response_hash = r.response_hash, tokens_in = r.tokens_in,
            tokens_out = r.tokens_out, duration_ms = r.duration_ms,
            classifications = coalesce(r.classifications, i.classifications)
        WHERE i.tenant_id = r.tenant_id AND i.occurred_at = r.occurred_at AND i.id = r.id;
    END LOOP;
END $$;

-- Uses of a process that died: those that had not ended are marked.
CREATE OR REPLACE FUNCTION interrupt_uses(rows json) RETURNS void LANGUAGE plpgsql
    SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE r record;
BEGIN
    FOR r IN SELECT * FROM json_to_recordset(rows) AS j (tenant_id uuid, id uuid, occurred_at timestamptz) LOOP
        UPDATE public.interactions i SET status = 'interrupted'
        WHERE i.tenant_id = r.tenant_id AND i.occurred_at = r.occurred_at AND i.id = r.id
            AND i.status = 'started';
    END LOOP;
END $$;
