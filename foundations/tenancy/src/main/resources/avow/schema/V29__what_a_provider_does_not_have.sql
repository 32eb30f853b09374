-- What a provider says that it does not have (404) is told apart from what it has deleted: it may have gone by a
-- deletion that nobody noted, or have been asked for with the key of another account.
ALTER TABLE provider_deletions DROP CONSTRAINT provider_deletions_state_check;
ALTER TABLE provider_deletions ADD CONSTRAINT provider_deletions_state_check
    CHECK (state IN ('open', 'deleted', 'missing', 'given_up'));
-- The proof of an erasure goes by nobody's DELETE.
CREATE POLICY proof_stays ON provider_deletions AS RESTRICTIVE FOR DELETE USING (erasure_id IS NULL);

-- As before, by names that nobody can put others before; and what was noted without an erasure is counted to the one
-- that deletes its row. A cascade runs it as the tables' owner.
CREATE OR REPLACE FUNCTION leave_deletion() RETURNS trigger LANGUAGE plpgsql
    SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    INSERT INTO public.provider_deletions AS noted (tenant_id, id, kind, provider_id, platform_id, hostname, remote_id,
        erasure_id, since, next_at)
    VALUES (OLD.tenant_id, OLD.id, TG_ARGV[0], OLD.provider_id, OLD.platform_id, OLD.hostname, OLD.remote_id,
        (SELECT e.id FROM public.erasures e
         WHERE e.tenant_id = OLD.tenant_id AND e.subject_id = OLD.user_id AND e.state = 'pending' LIMIT 1),
        now(), now())
    ON CONFLICT (tenant_id, provider_id, kind, remote_id) DO UPDATE
    SET erasure_id = coalesce(noted.erasure_id, excluded.erasure_id) WHERE noted.state = 'open';
    RETURN NULL;
END $$;

-- A file that its owner deleted while there was a batch of it is noted since then, if its provider still has it.
CREATE FUNCTION count_to_erasure() RETURNS trigger LANGUAGE plpgsql
    SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    UPDATE public.provider_deletions d SET erasure_id = e.id
    FROM public.erasures e
    WHERE d.tenant_id = OLD.tenant_id AND d.provider_id = OLD.provider_id AND d.kind IN ('file', 'message_batch')
        AND d.remote_id = OLD.remote_id AND d.state = 'open' AND d.erasure_id IS NULL
        AND e.tenant_id = OLD.tenant_id AND e.subject_id = OLD.user_id AND e.state = 'pending';
    RETURN NULL;
END $$;
CREATE TRIGGER provider_files_count_to_erasures AFTER DELETE ON provider_files
    FOR EACH ROW WHEN (OLD.deleted_at IS NOT NULL) EXECUTE FUNCTION count_to_erasure();

-- A message batch holds its requests and its answers itself, so it is kept like a file; seen is what the provider said
-- of it last: numbers, times, and words of the protocol.
ALTER TABLE provider_files ADD COLUMN seen jsonb;
ALTER TABLE provider_files DROP CONSTRAINT provider_files_purpose_check;
ALTER TABLE provider_files ADD CONSTRAINT provider_files_purpose_check
    CHECK (purpose IN ('batch', 'batch_output', 'message_batch', 'user_data', 'assistants', 'vision')
        AND (purpose = 'message_batch') = (seen IS NOT NULL));
ALTER TABLE provider_deletions DROP CONSTRAINT provider_deletions_kind_check;
ALTER TABLE provider_deletions ADD CONSTRAINT provider_deletions_kind_check
    CHECK (kind IN ('batch', 'file', 'message_batch'));
DROP TRIGGER provider_files_leave_deletions ON provider_files;
CREATE TRIGGER provider_files_leave_deletions AFTER DELETE ON provider_files
    FOR EACH ROW WHEN (OLD.deleted_at IS NULL AND OLD.purpose <> 'message_batch')
    EXECUTE FUNCTION leave_deletion('file');
CREATE TRIGGER message_batches_leave_deletions AFTER DELETE ON provider_files
    FOR EACH ROW WHEN (OLD.deleted_at IS NULL AND OLD.purpose = 'message_batch')
    EXECUTE FUNCTION leave_deletion('message_batch');
