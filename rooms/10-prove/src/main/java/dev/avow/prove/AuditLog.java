package dev.avow.prove;

import org.jdbi.v3.core.Handle;

/**
 * Room 10's log of who did what (promises T1, T2). Append-only. Safe for any thread; blocks.
 *
 * <p>A change writes its entry in the same transaction, so that neither stands without the other; a
 * view writes it before anything is shown. Where the entry cannot be written, the action fails.
 */
public interface AuditLog {

    /** Writes an entry in the transaction of the change, which must be in the actor's tenant. */
    void append(Handle transaction, Actor actor, AuditEntry entry);

    /** Writes an entry on its own. */
    void append(Actor actor, AuditEntry entry);

    /** Writes an entry for something that was refused, such as a sign-in with a wrong password. */
    void appendRefused(Actor actor, AuditEntry entry);
}
