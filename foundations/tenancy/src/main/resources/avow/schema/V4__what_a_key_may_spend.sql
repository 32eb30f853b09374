-- What an API key may do beyond its scopes. No models: all of them; no number: as many as one likes.
ALTER TABLE api_keys
    ADD COLUMN models text[] NOT NULL DEFAULT '{}',
    ADD COLUMN expires_at timestamptz,
    ADD COLUMN tags text[] NOT NULL DEFAULT '{}',
    ADD COLUMN requests_per_minute integer CHECK (requests_per_minute > 0),
    ADD COLUMN tokens_per_minute integer CHECK (tokens_per_minute > 0);

DROP TRIGGER api_keys_changed ON api_keys;
CREATE TRIGGER api_keys_changed AFTER INSERT OR DELETE
    OR UPDATE OF scopes, user_id, revoked_at, models, expires_at, requests_per_minute, tokens_per_minute ON api_keys
    FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();

DROP FUNCTION gate_api_key(bytea);
CREATE FUNCTION gate_api_key(wanted bytea)
    RETURNS TABLE (tenant_id uuid, id uuid, scopes text[], user_id uuid, revoked boolean, role text, groups text[],
                   models text[], expires_at timestamptz, requests_per_minute integer, tokens_per_minute integer)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT k.tenant_id, k.id, k.scopes, k.user_id,
           k.revoked_at IS NOT NULL OR (k.user_id IS NOT NULL AND u.status IS DISTINCT FROM 'active'),
           u.role, coalesce(u.groups, '{}'),
           k.models, k.expires_at, k.requests_per_minute, k.tokens_per_minute
    FROM api_keys k LEFT JOIN users u ON u.tenant_id = k.tenant_id AND u.id = k.user_id
    WHERE k.key_hash = wanted
$$;
REVOKE ALL ON FUNCTION gate_api_key(bytea) FROM PUBLIC;

-- Prices that a tenant entered, in millionths of a US dollar for a million tokens. What is null is not
-- known; the price list that comes with the program stands in the program.
CREATE TABLE prices (
    tenant_id          uuid NOT NULL REFERENCES tenants,
    id                 uuid NOT NULL,
    provider           text NOT NULL CHECK (length(provider) BETWEEN 1 AND 253),
    model              text NOT NULL CHECK (length(model) BETWEEN 1 AND 201),
    valid_from         date NOT NULL,
    input_micros       bigint NOT NULL CHECK (input_micros >= 0),
    cached_micros      bigint CHECK (cached_micros >= 0),
    cache_write_micros bigint CHECK (cache_write_micros >= 0),
    output_micros      bigint NOT NULL CHECK (output_micros >= 0),
    source             text NOT NULL CHECK (length(source) BETWEEN 1 AND 500),
    created_by         uuid,
    created_at         timestamptz NOT NULL,
    modified_at        timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, provider, model, valid_from)
);
COMMENT ON TABLE prices IS 'class=configuration; retention=closure; erase=row deleted';

-- A budget is a key's, a person's, or, where it names neither, the tenant's. Money is in millionths of
-- a US dollar.
CREATE TABLE budgets (
    tenant_id    uuid NOT NULL REFERENCES tenants,
    id           uuid NOT NULL,
    api_key_id   uuid,
    user_id      uuid,
    period       text NOT NULL CHECK (period IN ('day', 'month')),
    money_micros bigint CHECK (money_micros >= 0),
    tokens       bigint CHECK (tokens >= 0),
    created_by   uuid,
    created_at   timestamptz NOT NULL,
    modified_at  timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE NULLS NOT DISTINCT (tenant_id, api_key_id, user_id, period),
    FOREIGN KEY (tenant_id, api_key_id) REFERENCES api_keys ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, user_id) REFERENCES users ON DELETE CASCADE,
    CHECK (api_key_id IS NULL OR user_id IS NULL),
    CHECK (money_micros IS NOT NULL OR tokens IS NOT NULL)
);
COMMENT ON TABLE budgets IS 'class=configuration; retention=closure; erase=with the key or the user it is for, or row deleted';

-- What a use counts against budgets: what was reserved while it is under way, then what it came to.
-- Money in millionths of a millionth of a US dollar, so that no price of a token is rounded.
ALTER TABLE interactions
    ALTER COLUMN cost TYPE numeric(24, 12),
    ADD COLUMN charged_picos bigint NOT NULL DEFAULT 0,
    ADD COLUMN charged_tokens bigint NOT NULL DEFAULT 0;

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['prices', 'budgets'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY of_the_tenant ON %I USING (tenant_id = (SELECT avow_tenant())) WITH CHECK (tenant_id = (SELECT avow_tenant()))', t);
        EXECUTE format('CREATE TRIGGER %I AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change()', t || '_changed', t);
    END LOOP;
END $$;
