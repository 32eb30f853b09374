/**
 * Room 10: who did what.
 *
 * <p>{@link AuditLog} is what others call, in the transaction of their change; {@link
 * StoredAuditLog} writes it, personal fields sealed; {@link AuditLogReader} reads it. An {@link
 * Actor} does an action that an {@link AuditEntry} describes.
 */
@NullMarked
package dev.avow.prove;

import org.jspecify.annotations.NullMarked;
