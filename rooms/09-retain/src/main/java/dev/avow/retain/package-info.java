/**
 * Room 09: how long things are kept, what stays in spite of that, and what goes before.
 *
 * <p>{@link PrivacyJournal} remembers erasures and legal holds outside the database, so that no
 * backup brings back what was erased, or lets go of what is held.
 */
@NullMarked
package dev.avow.retain;

import org.jspecify.annotations.NullMarked;
