package dev.avow.detection;

import dev.avow.prove.Actor;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Notes the entries; fails on demand, as a log that cannot be written does. */
final class NotedAudit implements AuditLog {

    final List<AuditEntry> entries = new ArrayList<>();
    boolean failing;

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
