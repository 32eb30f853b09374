-- Mail that is to be sent, written in the transaction of what causes it, and what became of it (promises P6, O2). Whom
-- it goes to and what it says is sealed, and gone once it is sent or given up; what stays holds ids, times and the
-- server's code. One occasion is mailed once. A row of somebody's account names that account.
CREATE TABLE mail_outbox (
    tenant_id      uuid NOT NULL REFERENCES tenants,
    id             uuid NOT NULL,
    occasion       text NOT NULL,
    kind           text NOT NULL CHECK (kind IN ('verification_code', 'letter', 'reminder')),
    topic          text NOT NULL DEFAULT '',
    resource_type  text NOT NULL,
    resource_id    uuid NOT NULL,
    user_id        uuid,
    message_sealed bytea,
    state          text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'given_up')),
    created_at     timestamptz NOT NULL,
    next_at        timestamptz NOT NULL,
    give_up_at     timestamptz NOT NULL,
    tries          integer NOT NULL DEFAULT 0 CHECK (tries >= 0),
    reply          text,
    ended_at       timestamptz,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, occasion),
    CHECK ((state = 'waiting') = (message_sealed IS NOT NULL))
);
CREATE INDEX mail_outbox_waiting ON mail_outbox (tenant_id, next_at) WHERE state = 'waiting';
CREATE INDEX mail_outbox_of ON mail_outbox (tenant_id, resource_id, created_at);
CREATE INDEX mail_outbox_to ON mail_outbox (tenant_id, user_id) WHERE user_id IS NOT NULL;
COMMENT ON TABLE mail_outbox IS 'class=privacy_record; retention=address and text until sent or given up, that it was mailed until closure; erase=mail to an account goes with it; other mail holds ids and times alone once it has ended';
ALTER TABLE mail_outbox ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_the_tenant ON mail_outbox
    USING (tenant_id = (SELECT avow_tenant())) WITH CHECK (tenant_id = (SELECT avow_tenant()));
