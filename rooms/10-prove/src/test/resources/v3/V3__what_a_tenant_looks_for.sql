-- Recognizers and lists that a tenant wrote. What one says is sealed, its name too: a denied value may
-- be a person's name, and so may a word or an example.
CREATE TABLE detection_definitions (
    tenant_id         uuid NOT NULL REFERENCES tenants,
    id                uuid NOT NULL,
    kind              text NOT NULL CHECK (kind IN ('recognizer', 'detection_list')),
    name_index        bytea NOT NULL,
    definition_sealed bytea NOT NULL,
    created_by        uuid,
    created_at        timestamptz NOT NULL,
    modified_at       timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, kind, name_index)
);
COMMENT ON TABLE detection_definitions IS 'class=configuration; retention=closure; erase=row deleted';

ALTER TABLE detection_definitions ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_the_tenant ON detection_definitions
    USING (tenant_id = (SELECT avow_tenant())) WITH CHECK (tenant_id = (SELECT avow_tenant()));

CREATE TRIGGER detection_definitions_changed AFTER INSERT OR UPDATE OR DELETE ON detection_definitions
    FOR EACH STATEMENT EXECUTE FUNCTION tell_of_change();
