-- Which values decided what is kept and for how long, and since when: a row for each value each time it
-- changes. Compared at each start with what is set then; a null value is one that there is no longer.
CREATE TABLE settings_in_force (
    tenant_id uuid NOT NULL REFERENCES tenants,
    name      text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    since     timestamptz NOT NULL,
    value     text,
    PRIMARY KEY (tenant_id, name, since)
);
COMMENT ON TABLE settings_in_force IS 'class=configuration; retention=closure; erase=holds settings alone';

ALTER TABLE settings_in_force ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_the_tenant ON settings_in_force USING (tenant_id = (SELECT avow_tenant())) WITH CHECK (tenant_id = (SELECT avow_tenant()));
