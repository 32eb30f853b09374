-- A group of uses that ended, by one call. Each row is found by its whole key: as one joined UPDATE, a
-- plan made while the table was small would go through all rows of the tenant for ever after.
-- One plan serves all rows: with partitions, making one costs four times what the row does. Whatever the
-- size of a partition when it was made, it goes by the key.
-- Both run with the caller's rights, so row-level security holds inside them.
CREATE OR REPLACE FUNCTION end_uses(rows json) RETURNS void LANGUAGE plpgsql
    SET search_path = pg_catalog, public, pg_temp
    SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
DECLARE r record;
BEGIN
    FOR r IN SELECT * FROM json_to_recordset(rows) AS j (tenant_id uuid, id uuid,
            occurred_at timestamptz, status text, response_hash text, tokens_in integer,
            tokens_out integer, duration_ms integer, classifications jsonb, charged_picos bigint,
            charged_tokens bigint, platform_id text, model text, hostname text,
            received_by jsonb) LOOP
        -- Who received it too, beside whom it was opened for: counted once, however often this is tried.
        IF r.received_by IS NOT NULL THEN
            INSERT INTO public.egress_hosts AS seen (tenant_id, purpose, provider, host, region, agreement,
                first_seen, last_seen, uses)
            SELECT r.tenant_id, x.purpose, x.provider, x.host, max(x.region), max(x.agreement), r.occurred_at,
                r.occurred_at, 1
            FROM jsonb_to_recordset(r.received_by) AS x (purpose text, provider text, host text, region text,
                agreement text)
            WHERE EXISTS (SELECT FROM public.interactions i
                WHERE i.tenant_id = r.tenant_id AND i.occurred_at = r.occurred_at AND i.id = r.id
                    AND NOT EXISTS (SELECT FROM jsonb_array_elements(coalesce(i.received_by, '[]')) y
                        WHERE y ->> 'host' = x.host AND y ->> 'provider' = x.provider
                            AND y ->> 'purpose' = x.purpose))
            GROUP BY x.purpose, x.provider, x.host
            ON CONFLICT (tenant_id, host, provider, purpose) DO UPDATE
            SET first_seen = least(seen.first_seen, excluded.first_seen),
                last_seen = greatest(seen.last_seen, excluded.last_seen),
                region = coalesce(excluded.region, seen.region),
                agreement = coalesce(excluded.agreement, seen.agreement), uses = seen.uses + 1;
        END IF;
        UPDATE public.interactions i
        SET status = r.status, response_hash = r.response_hash, tokens_in = r.tokens_in,
            tokens_out = r.tokens_out, duration_ms = r.duration_ms,
            cost = r.charged_picos::numeric / 1000000000000,
            charged_picos = coalesce(r.charged_picos, 0), charged_tokens = coalesce(r.charged_tokens, 0),
            classifications = coalesce(r.classifications, i.classifications),
            platform_id = coalesce(r.platform_id, i.platform_id), model = coalesce(r.model, i.model),
            hostname = coalesce(r.hostname, i.hostname), received_by = coalesce(r.received_by, i.received_by)
        WHERE i.tenant_id = r.tenant_id AND i.occurred_at = r.occurred_at AND i.id = r.id;
    END LOOP;
END $$;

-- Uses of a process that died: those that had not ended are marked. What was reserved for one stays its
-- charge, since it may have reached the provider.
CREATE OR REPLACE FUNCTION interrupt_uses(rows json) RETURNS void LANGUAGE plpgsql
    SET search_path = pg_catalog, public, pg_temp
    SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS $$
DECLARE r record;
BEGIN
    FOR r IN SELECT * FROM json_to_recordset(rows) AS j (tenant_id uuid, id uuid, occurred_at timestamptz) LOOP
        UPDATE public.interactions i SET status = 'interrupted'
        WHERE i.tenant_id = r.tenant_id AND i.occurred_at = r.occurred_at AND i.id = r.id
            AND i.status = 'started';
    END LOOP;
END $$;
