-- What the public page said of what is material, version by version, and what was announced (promise T4). All of it is
-- public. An announcement is for one version; a version without one took effect without notice.
CREATE TABLE trust_announcements (
    tenant_id    uuid NOT NULL REFERENCES tenants,
    id           uuid NOT NULL,
    announced_at timestamptz NOT NULL,
    effective_on date NOT NULL,
    text_en      text NOT NULL,
    text_fr      text,
    withdrawn_at timestamptz,
    mailed_at    timestamptz,
    PRIMARY KEY (tenant_id, id)
);
COMMENT ON TABLE trust_announcements IS 'class=configuration; retention=closure; erase=holds what anybody may read alone';
CREATE TABLE trust_versions (
    tenant_id       uuid NOT NULL REFERENCES tenants,
    number          integer NOT NULL CHECK (number > 0),
    made_at         timestamptz NOT NULL,
    hash            text NOT NULL,
    content         text NOT NULL,
    announcement_id uuid,
    PRIMARY KEY (tenant_id, number),
    UNIQUE (tenant_id, announcement_id),
    FOREIGN KEY (tenant_id, announcement_id) REFERENCES trust_announcements (tenant_id, id)
);
COMMENT ON TABLE trust_versions IS 'class=configuration; retention=closure; erase=holds what anybody may read alone';
DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['trust_announcements', 'trust_versions'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY of_the_tenant ON %I USING (tenant_id = (SELECT avow_tenant())) WITH CHECK (tenant_id = (SELECT avow_tenant()))', t);
    END LOOP;
END $$;
ALTER TABLE mail_outbox DROP CONSTRAINT mail_outbox_kind_check;
ALTER TABLE mail_outbox ADD CONSTRAINT mail_outbox_kind_check
    CHECK (kind IN ('verification_code', 'letter', 'reminder', 'incident_notice', 'trust_notice'));
