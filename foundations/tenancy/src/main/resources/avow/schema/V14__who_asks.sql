-- Requests by people who need not be users (promise P6). What they wrote and who they are is sealed;
-- the dates of the law are kept as they were counted when the request came in.
CREATE TABLE privacy_requests (
    tenant_id               uuid NOT NULL REFERENCES tenants,
    id                      uuid NOT NULL,
    kind                    text NOT NULL CHECK (kind IN ('access', 'erasure', 'rectification', 'restriction', 'objection', 'portability', 'opt_out')),
    law                     text NOT NULL CHECK (law IN ('gdpr', 'uk_gdpr', 'ccpa', 'nz_privacy_act')),
    state                   text NOT NULL CHECK (state IN ('received', 'verified', 'approved', 'refused', 'done')),
    contact_sealed          bytea,
    subject_sealed          bytea,
    details_sealed          bytea,
    received_at             timestamptz NOT NULL,
    created_at              timestamptz NOT NULL,
    created_by              uuid,
    acknowledge_by          timestamptz,
    acknowledged_at         timestamptz,
    due_at                  timestamptz NOT NULL,
    extended_at             timestamptz,
    extension_reason_sealed bytea,
    code_hash               bytea,
    code_expires_at         timestamptz,
    code_tries              integer NOT NULL DEFAULT 0,
    verified_at             timestamptz,
    verified_by             text CHECK (verified_by IN ('email_code', 'tenant_token')),
    token_hash              bytea,
    decided_at              timestamptz,
    refusal_reason_sealed   bytea,
    completed_at            timestamptz,
    PRIMARY KEY (tenant_id, id)
);
COMMENT ON TABLE privacy_requests IS 'class=privacy_record; retention=closure; erase=all that is sealed goes when an erasure is done; other kinds keep it sealed under the tenant''s key';

ALTER TABLE privacy_requests ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_the_tenant ON privacy_requests USING (tenant_id = (SELECT avow_tenant())) WITH CHECK (tenant_id = (SELECT avow_tenant()));
