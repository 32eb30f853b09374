-- Whether an account of any tenant stands under one of these blind indexes of an address, closed ones
-- too: while the master key is rotated the unique index alone does not tell.
CREATE OR REPLACE FUNCTION gate_address_taken(wanted bytea[]) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.users u WHERE u.email_index = ANY (wanted))
$$;
REVOKE ALL ON FUNCTION gate_address_taken(bytea[]) FROM PUBLIC;
