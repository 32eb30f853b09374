package dev.avow.prove;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Notes the entries; fails on demand, as a log that cannot be written does. For one thread. */
public final class NotedAudit implements AuditLog {

    /** What was noted, oldest first. */
    public final List<AuditEntry> entries = new ArrayList<>();

    /** Whether an entry within a transaction fails. */
    public boolean failing;

    @Override
    public void append(Handle transaction, Actor actor, AuditEntry entry) {
        if (failing) {
            throw new IllegalStateException("the log cannot be written");
        }
        entries.add(entry);
    }

    @Override
    public void append(Actor actor, AuditEntry entry) {
        entries.add(entry);
    }

    @Override
    public void appendRefused(Actor actor, AuditEntry entry) {
        entries.add(entry);
    }
}
