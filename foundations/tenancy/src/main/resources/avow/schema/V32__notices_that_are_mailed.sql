-- A notice of an incident can be mailed from the register (promise T5). Each mail is a row of mail_outbox about the
-- notice, with whose account it goes to; the notice says how far that came. Where it goes to an authority, the address
-- stays with it, sealed.
ALTER TABLE mail_outbox DROP CONSTRAINT mail_outbox_kind_check;
ALTER TABLE mail_outbox ADD CONSTRAINT mail_outbox_kind_check
    CHECK (kind IN ('verification_code', 'letter', 'reminder', 'incident_notice'));
ALTER TABLE incident_notices
    ADD COLUMN mailing text CHECK (mailing IN ('under_way', 'done', 'given_up')),
    ADD COLUMN mail_sealed bytea,
    ADD COLUMN mail_people integer CHECK (mail_people >= 0),
    ADD COLUMN mail_written integer CHECK (mail_written BETWEEN 0 AND mail_people),
    ADD CHECK ((mailing IS NULL) = (mail_sealed IS NULL));
CREATE INDEX incident_notices_under_way ON incident_notices (tenant_id, created_at) WHERE mailing = 'under_way';
