-- What moved to the archive is behind the tenant's limit (V21) too, and its rows lie on the disk until
-- retention's next run. From archived_from up to archived_until every row is in an archive, so nobody
-- reads it here, and a legal hold does not show it: the archive's expiry keeps what is held.
ALTER TABLE retention_limits ADD COLUMN archived_from timestamptz, ADD COLUMN archived_until timestamptz;

CREATE POLICY not_archived ON interactions AS RESTRICTIVE FOR SELECT USING (
    coalesce((SELECT current_setting('avow.expired', true)), '') = 'shown'
    OR occurred_at >= coalesce((SELECT l.archived_until FROM retention_limits l
        WHERE l.tenant_id = (SELECT avow_tenant())), '-infinity')
    OR occurred_at < (SELECT l.archived_from FROM retention_limits l
        WHERE l.tenant_id = (SELECT avow_tenant())));

-- Moves the tenant's limit over what an archive took, in the transaction that makes the archive valid.
-- ids are the SHA-256 of the ids of all rows that it takes, in their order. False, and nothing moves,
-- where other rows are there by now, where there is a hold, or for what is younger than a day.
CREATE FUNCTION archive_until(until timestamptz, ids bytea) RETURNS boolean LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    own uuid := public.avow_tenant();
    begins timestamptz;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('avow.archive/' || own, 0));
    SELECT l.readable_from INTO begins FROM public.retention_limits l WHERE l.tenant_id = own;
    IF until > now() - interval '1 day' OR until <= begins
        OR EXISTS (SELECT FROM public.legal_holds h WHERE h.tenant_id = own AND h.released_at IS NULL)
        OR NOT EXISTS (SELECT FROM public.archives a WHERE a.tenant_id = own
            AND a.state = 'committed' AND a.xmin = pg_current_xact_id()::xid)
        OR ids IS DISTINCT FROM (
            SELECT sha256(string_agg(uuid_send(i.id), ''::bytea ORDER BY i.occurred_at, i.id))
            FROM public.interactions i WHERE i.tenant_id = own
                AND i.occurred_at >= coalesce(begins, '-infinity') AND i.occurred_at < until)
    THEN
        RETURN false;
    END IF;
    -- A limit that retention moved past the last archive's end left rows that are in none.
    INSERT INTO public.retention_limits AS l (tenant_id, readable_from, archived_from, archived_until)
    VALUES (own, until, '-infinity', until)
    ON CONFLICT (tenant_id) DO UPDATE SET readable_from = excluded.readable_from,
        archived_until = excluded.archived_until,
        archived_from = CASE WHEN l.readable_from = l.archived_until THEN l.archived_from
            ELSE l.readable_from END;
    RETURN true;
END $$;

-- An archive that goes in this transaction holds nothing any more: what a hold keeps of it is read in
-- the table again.
CREATE FUNCTION archive_gone(gone uuid) RETURNS void LANGUAGE sql
    SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    UPDATE public.retention_limits l
    SET archived_from = greatest(l.archived_from, a.last_at + interval '1 microsecond')
    FROM public.archives a
    WHERE l.tenant_id = public.avow_tenant() AND l.archived_from IS NOT NULL
        AND a.tenant_id = l.tenant_id AND a.id = gone AND a.state = 'expiring'
        AND a.xmin = pg_current_xact_id()::xid
$$;

-- A row may come when its day is in the archive already: a node that was away for long replays its
-- journal. It must not come behind the limit, where it would be deleted and is in no archive. So the
-- limit goes back to it, after the rows that stand from there on, which are in archives, are deleted.
-- The lock keeps the limit from moving over a row that is not committed yet.
CREATE FUNCTION comes_late() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    until timestamptz;
BEGIN
    PERFORM pg_advisory_xact_lock_shared(hashtextextended('avow.archive/' || NEW.tenant_id, 0));
    SELECT l.archived_until INTO until FROM public.retention_limits l
    WHERE l.tenant_id = NEW.tenant_id AND l.readable_from = l.archived_until
        AND NEW.occurred_at >= l.archived_from AND NEW.occurred_at < l.archived_until
    FOR UPDATE;
    IF FOUND THEN
        -- The same row once more is no late one: it is there, and in an archive.
        IF EXISTS (SELECT FROM public.interactions i WHERE i.tenant_id = NEW.tenant_id
            AND i.occurred_at = NEW.occurred_at AND i.id = NEW.id)
        THEN
            RETURN NULL;
        END IF;
        DELETE FROM public.interactions i WHERE i.tenant_id = NEW.tenant_id
            AND i.occurred_at >= NEW.occurred_at AND i.occurred_at < until;
        UPDATE public.retention_limits SET readable_from = NEW.occurred_at, archived_until = NEW.occurred_at
        WHERE tenant_id = NEW.tenant_id;
    END IF;
    RETURN NEW;
END $$;

-- Half a day more than the limit keeps away from now, so that no transaction is open for as long.
CREATE TRIGGER comes_late BEFORE INSERT ON interactions FOR EACH ROW
    WHEN (NEW.occurred_at < now() - interval '12 hours') EXECUTE FUNCTION comes_late();

REVOKE ALL ON FUNCTION archive_until(timestamptz, bytea), archive_gone(uuid), comes_late() FROM PUBLIC;
