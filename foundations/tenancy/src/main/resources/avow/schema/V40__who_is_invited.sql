-- Links by which somebody sets up their account: the first one's, of which nobody knows yet whose it is, and
-- those of people who are invited. A person has one at most.
ALTER TABLE setup_links ADD COLUMN user_id uuid, ADD COLUMN expires_at timestamptz,
    ADD FOREIGN KEY (tenant_id, user_id) REFERENCES users ON DELETE CASCADE,
    ADD CHECK ((user_id IS NULL) = (expires_at IS NULL));
CREATE UNIQUE INDEX setup_links_of_a_user ON setup_links (tenant_id, user_id);
COMMENT ON TABLE setup_links IS 'class=credential; retention=until used or expired; erase=with the user, the first one with the tenant';

CREATE FUNCTION gate_invitation(wanted bytea) RETURNS TABLE (tenant_id uuid, user_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT l.tenant_id, l.user_id
    FROM public.setup_links l JOIN public.users u
        ON u.tenant_id = l.tenant_id AND u.id = l.user_id AND u.status = 'active'
    WHERE l.token_hash = wanted
$$;
REVOKE ALL ON FUNCTION gate_invitation(bytea) FROM PUBLIC;

ALTER TABLE mail_outbox DROP CONSTRAINT mail_outbox_kind_check;
ALTER TABLE mail_outbox ADD CONSTRAINT mail_outbox_kind_check
    CHECK (kind IN ('verification_code', 'letter', 'reminder', 'incident_notice', 'trust_notice', 'invitation'));
