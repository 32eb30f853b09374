package dev.avow.classify;

import dev.avow.detector.api.Detector;
import org.jspecify.annotations.Nullable;

/**
 * What looks for attacks rather than for personal data. What it finds counts for policies and is
 * never masked in a request.
 *
 * @param signals for each text of a request; it does not wait; null for none
 * @param ofAnswers what it looks for in answers, where it can be masked; null for nothing
 * @param model judges the prompt; null for none
 */
public record Guards(
        @Nullable Detector signals, @Nullable Detector ofAnswers, @Nullable TextGuard model) {

    /** None. */
    public static final Guards NONE = new Guards(null, null, null);
}
