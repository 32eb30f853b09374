-- What is done for every tenant at the start and each minute needs to know them. It is no secret of a
-- tenant's that it exists; nothing else of it is given.
CREATE FUNCTION gate_tenants() RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT t.tenant_id FROM public.tenants t
$$;
REVOKE ALL ON FUNCTION gate_tenants() FROM PUBLIC;

-- Without a nonce nothing of an entry's sealed values can be shown any more: its person was erased, or a
-- value no longer opened when the entry was taken into the tree. Anything else that does not open is a
-- failure; docs/audit.md.
ALTER TABLE audit_leaves ALTER COLUMN nonce_sealed DROP NOT NULL;
