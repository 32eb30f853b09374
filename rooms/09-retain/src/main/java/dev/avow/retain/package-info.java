/**
 * Room 09: how long things are kept, what stays in spite of that, and what goes before.
 *
 * <p>A {@link Schedule} says how long: a {@link Profile}'s terms ({@code Presets}), unless a
 * setting does. {@link Sweep} and {@link Weeks} do for all tenants at once what they can; then
 * {@link RetentionRounds} goes from tenant to tenant, and in the {@link RetentionRun} of each
 * {@link Archives} take what moves and {@link Expiry} what is over.
 *
 * <p>{@link PrivacyJournal} remembers erasures and legal holds outside the database, so that no
 * backup brings back what was erased, or lets go of what is held.
 */
@NullMarked
package dev.avow.retain;

import org.jspecify.annotations.NullMarked;
