-- Requests that came by the public form and are not verified yet (promise P6): who asks and what is one sealed value,
-- under the key of the day on which it goes; whose address it is, is a keyed hash, by which the codes mailed to it are
-- counted. With the right code the row becomes a request of the same id; without one it goes when its time is over.
CREATE TABLE privacy_intakes (
    tenant_id       uuid NOT NULL REFERENCES tenants,
    id              uuid NOT NULL,
    kind            text NOT NULL CHECK (kind IN ('access', 'erasure', 'rectification', 'restriction', 'objection', 'portability', 'opt_out')),
    law             text NOT NULL CHECK (law IN ('gdpr', 'uk_gdpr', 'ccpa', 'nz_privacy_act')),
    said_sealed     bytea NOT NULL,
    contact_mac     bytea NOT NULL,
    received_at     timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    code_hash       bytea,
    code_expires_at timestamptz,
    code_tries      integer NOT NULL DEFAULT 0 CHECK (code_tries >= 0),
    codes_mailed    integer NOT NULL DEFAULT 0 CHECK (codes_mailed >= 0),
    mailed_at       timestamptz,
    PRIMARY KEY (tenant_id, id)
);
CREATE INDEX privacy_intakes_due ON privacy_intakes (tenant_id, expires_at);
CREATE INDEX privacy_intakes_of ON privacy_intakes (tenant_id, contact_mac);
COMMENT ON TABLE privacy_intakes IS 'class=privacy_record; retention=until verified, else AVOW_PRIVACY_FORM_DAYS; erase=goes as a whole; sealed under the key of the day on which it goes';
ALTER TABLE privacy_intakes ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_the_tenant ON privacy_intakes
    USING (tenant_id = (SELECT avow_tenant())) WITH CHECK (tenant_id = (SELECT avow_tenant()));

-- With which whoever asked by the form sees where their request stands.
ALTER TABLE privacy_requests ADD COLUMN status_hash bytea;
