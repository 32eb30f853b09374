-- What is not kept here any more and is still with a provider: the copy of a file, and what a batch brings that nobody
-- looked up. Whatever deletes a row of provider_files or provider_batches leaves one here, an erasure, the end of its
-- time and a cascade alike, so that none is forgotten. It holds ids, a host and times; refused is a sentence of our own.
-- A row goes when the provider has deleted it, or is asked no longer; one of an erasure stays as its receipt.
-- deleted_at of provider_files now says, too, that the provider has deleted it, or is asked to by a row here.
CREATE TABLE provider_deletions (
    tenant_id   uuid NOT NULL REFERENCES tenants,
    id          uuid NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('batch', 'file')),
    provider_id uuid NOT NULL,
    platform_id text NOT NULL,
    hostname    text NOT NULL,
    remote_id   text NOT NULL CHECK (remote_id ~ '^[A-Za-z0-9_-]{1,200}$'),
    erasure_id  uuid,
    state       text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'deleted', 'given_up')),
    since       timestamptz NOT NULL,
    next_at     timestamptz NOT NULL,
    asked       integer NOT NULL DEFAULT 0 CHECK (asked >= 0),
    refused     text,
    ended_at    timestamptz,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, provider_id, kind, remote_id)
);
CREATE INDEX provider_deletions_open ON provider_deletions (tenant_id, kind, next_at) WHERE state = 'open';
CREATE INDEX provider_deletions_of ON provider_deletions (tenant_id, erasure_id) WHERE erasure_id IS NOT NULL;
COMMENT ON TABLE provider_deletions IS 'class=privacy_record; retention=until the provider has deleted it, closure where an erasure names it; erase=holds ids, hosts and times alone';
ALTER TABLE provider_deletions ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_the_tenant ON provider_deletions
    USING (tenant_id = (SELECT avow_tenant())) WITH CHECK (tenant_id = (SELECT avow_tenant()));

CREATE FUNCTION leave_deletion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO public.provider_deletions (tenant_id, id, kind, provider_id, platform_id, hostname, remote_id,
        erasure_id, since, next_at)
    VALUES (OLD.tenant_id, OLD.id, TG_ARGV[0], OLD.provider_id, OLD.platform_id, OLD.hostname, OLD.remote_id,
        (SELECT e.id FROM public.erasures e
         WHERE e.tenant_id = OLD.tenant_id AND e.subject_id = OLD.user_id AND e.state = 'pending' LIMIT 1),
        now(), now())
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER provider_files_leave_deletions AFTER DELETE ON provider_files
    FOR EACH ROW WHEN (OLD.deleted_at IS NULL) EXECUTE FUNCTION leave_deletion('file');
CREATE TRIGGER provider_batches_leave_deletions AFTER DELETE ON provider_batches
    FOR EACH ROW WHEN (OLD.remote_id IS NOT NULL) EXECUTE FUNCTION leave_deletion('batch');
