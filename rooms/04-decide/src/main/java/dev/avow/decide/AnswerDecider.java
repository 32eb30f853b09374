package dev.avow.decide;

import dev.avow.admit.Admitted;
import dev.avow.classify.Classification;
import dev.avow.classify.Classified;
import dev.avow.words.Destination;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Room 04 for answers: pure policy, asked for each finding by itself, so that a stream and a whole
 * answer are judged alike. A condition on finding types is held against that one finding, one on
 * risk against all that the answer brought so far. Where no policy matches, it is released. Where
 * several providers may answer, the strictest of what holds for them does. Does no I/O; safe for
 * any thread.
 */
public final class AnswerDecider {

    private static final String BLOCKED =
            "A policy of your organisation does not let this answer through.";
    private static final String UNCLEAR =
            "A condition of your organisation's policies could not be evaluated, so this answer is"
                    + " not let through. An administrator can correct the policy.";

    private final Admitted admitted;
    private final List<Policy> policies;

    private AnswerDecider(Admitted admitted, List<Policy> policies) {
        this.admitted = admitted;
        this.policies = policies;
    }

    /** The one for a request's answer; empty where no policy looks at answers. */
    public static Optional<AnswerDecider> of(Classified classified, PolicySet policies) {
        return policies.ofAnswers().isEmpty()
                ? Optional.empty()
                : Optional.of(new AnswerDecider(classified.admitted(), policies.ofAnswers()));
    }

    /**
     * Judges one finding.
     *
     * @param type the finding type's id
     * @param soFar all that the answer brought, this finding included
     */
    public AnswerVerdict judge(String type, List<Classification> soFar) {
        AnswerVerdict strictest = AnswerVerdict.RELEASE;
        for (Destination stop : admitted.itinerary().stops()) {
            AnswerVerdict here = judge(type, soFar, stop);
            if (here instanceof AnswerVerdict.Block) {
                return here;
            }
            if (strictest instanceof AnswerVerdict.Release) {
                strictest = here;
            }
        }
        return strictest;
    }

    private AnswerVerdict judge(String type, List<Classification> soFar, Destination at) {
        Facts facts =
                new Facts(
                        at.platformId(),
                        at.model(),
                        admitted.caller().groups(),
                        Set.of(type),
                        Risk.of(soFar),
                        admitted.at(),
                        admitted.interactionId());
        return switch (Matching.of(policies, facts)) {
            case Matching.None _ -> AnswerVerdict.RELEASE;
            case Matching.Unclear unclear -> new AnswerVerdict.Block(unclear.policy(), UNCLEAR);
            case Matching.One one -> verdict(one.policy());
        };
    }

    private static AnswerVerdict verdict(Policy policy) {
        return switch (policy.action()) {
            case LOG -> AnswerVerdict.RELEASE;
            case MASK -> new AnswerVerdict.Mask(policy.name(), policy.manner().masking());
            case BLOCK, COACH -> {
                String own = policy.message();
                yield new AnswerVerdict.Block(
                        policy.name(), own == null || own.isBlank() ? BLOCKED : own);
            }
        };
    }
}
