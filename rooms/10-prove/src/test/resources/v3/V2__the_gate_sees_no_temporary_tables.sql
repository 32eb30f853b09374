-- A search path that does not name pg_temp searches it first. A function that runs as the owner would
-- then take a temporary view of the caller's making for a table, and what that view calls would run as
-- the owner too (PostgreSQL manual, "Writing SECURITY DEFINER Functions Safely"; CVE-2007-2138).
ALTER FUNCTION gate_api_key(bytea) SET search_path = pg_catalog, public, pg_temp;
ALTER FUNCTION gate_session(bytea) SET search_path = pg_catalog, public, pg_temp;
ALTER FUNCTION gate_account(bytea) SET search_path = pg_catalog, public, pg_temp;
