package dev.avow.api;

import dev.avow.mask.Masked;
import dev.avow.restore.AnswerGuard;
import org.jspecify.annotations.Nullable;

/** What judges the answers of requests. */
final class AnswerGuards {

    private AnswerGuards() {}

    /** One request's; null where no policy looks at its answer. */
    static @Nullable AnswerGuard of(Journey journey, Sent sent, Masked masked) {
        Sent.Guarded guarded = sent.guarded();
        return guarded == null
                ? null
                : new AnswerGuard(
                        guarded.decider(),
                        sent.detector(),
                        journey.classifiers().detectorsWait(),
                        journey.budget(),
                        masked.keepsake(),
                        guarded.own(),
                        sent.keys()::mac,
                        journey.holdBack());
    }
}
