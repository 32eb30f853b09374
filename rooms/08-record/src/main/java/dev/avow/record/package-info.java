/**
 * Room 08: the AI interaction, durable before the answer is released.
 *
 * <p>Writing: {@link Recorder} notes an {@link Opening} in the {@code Journal} and hands the {@link
 * Use} to the {@code Scribe}, which commits in groups; an {@link Ending} completes it. {@code
 * docs/decisions/0003} says what is lost when. Reading: {@link InteractionLog} answers with {@link
 * Interaction}s, {@link InteractionFeed} and {@link InteractionDrafts} tell of new ones.
 */
@NullMarked
package dev.avow.record;

import org.jspecify.annotations.NullMarked;
