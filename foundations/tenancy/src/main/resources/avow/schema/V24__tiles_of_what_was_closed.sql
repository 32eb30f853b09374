-- The leaf hashes of entries that were closed, one after the other, 32 bytes each, so that the tree can be
-- given as tiles (C2SP tlog-tiles) for good. The stub's signed note proves them. Null: closed before this
-- version. docs/audit.md.
ALTER TABLE audit_stubs ADD COLUMN leaf_hashes bytea
    CHECK (octet_length(leaf_hashes) = 32 * (next_position - first_position));
