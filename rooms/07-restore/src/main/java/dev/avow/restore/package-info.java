/**
 * Room 07: answers are classified and originals put back.
 *
 * <p>{@link WholeRestorer} does it for an answer in one piece, {@link StreamRestorer} for one in
 * events, with a {@code TextRestorer} for each of its texts. {@code AnswerWatch} classifies the
 * answer as the model gave it; {@link AnswerFacts} is what is kept of it.
 */
@NullMarked
package dev.avow.restore;

import org.jspecify.annotations.NullMarked;
