/**
 * Room 03: what personal data the segments hold, and whether all of it was looked at.
 *
 * <p>{@link Classifier} has the detector look at each segment within one budget of time; {@link
 * Tally} counts what was found by type. A {@link TopicStage} says what the texts are about.
 */
@NullMarked
package dev.avow.classify;

import org.jspecify.annotations.NullMarked;
