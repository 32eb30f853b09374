package dev.avow.api;

import dev.avow.arrive.AnswerForm;
import dev.avow.arrive.Arrived;
import dev.avow.classify.Classification;
import dev.avow.classify.Classified;
import dev.avow.decide.AnswerDecider;
import dev.avow.decide.Decision;
import dev.avow.detector.api.Detector;
import dev.avow.mask.Keepsake;
import dev.avow.mask.Masked;
import dev.avow.mask.OwnValues;
import dev.avow.sealing.TenantKeys;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is still known of a request once it has left: nothing that its caller wrote, since a model
 * may take minutes. Only where a policy looks at answers the request's own values stay, to be told
 * from new ones.
 *
 * @param classifications what the request held, by type
 * @param policy which decided; null for the built-in rule
 * @param action as the header {@code Avow-Action} says it
 * @param detector looks at the answer
 * @param guarded has policies judge the answer; null where none looks at answers
 */
record Sent(
        UUID interactionId,
        boolean wantsFullReceipt,
        AnswerForm answerForm,
        List<Classification> classifications,
        @Nullable String policy,
        String action,
        double risk,
        TenantKeys keys,
        Detector detector,
        @Nullable Guarded guarded) {

    /** What policies need that look at the answer. */
    record Guarded(AnswerDecider decider, OwnValues own) {}

    static Sent of(Preparer.Decided decided) {
        Decision decision = decided.decision();
        Classified classified = decision.classified();
        Arrived arrived = classified.admitted().arrived();
        AnswerDecider answers = decided.answers();
        Masked masked = decided.masked();
        Keepsake keepsake = masked == null ? Keepsake.empty() : masked.keepsake();
        return new Sent(
                classified.admitted().interactionId(),
                arrived.head().wantsFullReceipt(),
                arrived.answerForm(),
                classified.classifications(),
                decision.policy(),
                Facts.headerAction(decision),
                decision.risk().score(),
                decided.keys(),
                decided.detector(),
                answers == null ? null : new Guarded(answers, OwnValues.of(classified, keepsake)));
    }
}
