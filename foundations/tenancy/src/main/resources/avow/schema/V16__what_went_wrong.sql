-- Incidents (promise T5), as GDPR Art. 33(3) wants them told. Free text is sealed: it may name somebody.
-- The scope and the counts name kinds, hosts and keys. The clock's next limit is kept, so that what is
-- late is found without opening anything; null: nobody remains to be told.
CREATE TABLE incidents (
    tenant_id     uuid NOT NULL REFERENCES tenants,
    id            uuid NOT NULL,
    state         text NOT NULL CHECK (state IN ('open', 'contained', 'closed')),
    risk          text NOT NULL CHECK (risk IN ('unlikely', 'likely', 'high', 'unknown')),
    aware_at      timestamptz NOT NULL,
    scope         jsonb NOT NULL,
    people_about  bigint CHECK (people_about >= 0),
    records_about bigint CHECK (records_about >= 0),
    texts_sealed  bytea NOT NULL,
    assessment    jsonb,
    next_due_at   timestamptz,
    created_by    uuid,
    created_at    timestamptz NOT NULL,
    modified_at   timestamptz NOT NULL,
    closed_at     timestamptz,
    PRIMARY KEY (tenant_id, id)
);
COMMENT ON TABLE incidents IS 'class=privacy_record; retention=closure; erase=counts people and names none by purpose; text is sealed under the tenant''s key';

-- Who was told what, or why they need not be. Never changed.
CREATE TABLE incident_notices (
    tenant_id           uuid NOT NULL,
    id                  uuid NOT NULL,
    incident_id         uuid NOT NULL,
    duty                text NOT NULL CHECK (duty IN ('authority', 'people')),
    told                boolean NOT NULL,
    noticed_at          timestamptz NOT NULL,
    risk                text NOT NULL CHECK (risk IN ('unlikely', 'likely', 'high', 'unknown')),
    text_sealed         bytea NOT NULL,
    delay_reason_sealed bytea,
    created_by          uuid,
    created_at          timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, incident_id) REFERENCES incidents
);
COMMENT ON TABLE incident_notices IS 'class=privacy_record; retention=closure; erase=about the tenant, names nobody by purpose; text is sealed under the tenant''s key';

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['incidents', 'incident_notices'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY of_the_tenant ON %I USING (tenant_id = (SELECT avow_tenant())) WITH CHECK (tenant_id = (SELECT avow_tenant()))', t);
    END LOOP;
END $$;
