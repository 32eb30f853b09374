package dev.avow.decide;

import dev.avow.admit.Admitted;
import dev.avow.classify.Classification;
import dev.avow.classify.Classified;
import dev.avow.detector.api.Coverage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Room 04: pure policy. The first policy that matches decides; where none does, findings are masked
 * (promise B1). What was not wholly looked at is never let through. Does no I/O; safe for any
 * thread.
 */
public final class Decider {

    private static final String BLOCKED =
            "A policy of your organisation does not let this request leave.";
    private static final String COACHED =
            "This message seems to hold personal data. Send it again to confirm; it will leave with"
                    + " pseudonyms in the place of that data.";

    private static final String UNCLEAR =
            "A condition of your organisation's policies could not be evaluated, so nothing of this"
                    + " request left. An administrator can correct the policy.";

    private Decider() {}

    /**
     * Decides.
     *
     * @param acknowledged whether the caller has shown that it was coached for this very request,
     *     and gave a reason where one is asked for
     */
    public static Decision decide(Classified classified, PolicySet policies, boolean acknowledged) {
        Risk risk = Risk.of(classified.classifications());
        if (classified.coverage() instanceof Coverage.Partial) {
            return new Decision.Gap(classified, risk);
        }
        return switch (Matching.of(policies, facts(classified, risk))) {
            case Matching.Unclear unclear ->
                    new Decision.Block(classified, unclear.policy(), risk, UNCLEAR);
            case Matching.None _ -> decide(classified, null, risk, acknowledged);
            case Matching.One one -> decide(classified, one.policy(), risk, acknowledged);
        };
    }

    /** The same, with what may not leave whatever policies say. */
    public static Decision decide(
            Classified classified,
            PolicySet policies,
            AttachmentRules attachments,
            boolean acknowledged) {
        Decision decision = decide(classified, policies, acknowledged);
        return switch (decision) {
            case Decision.Block _, Decision.Gap _ -> decision;
            case Decision.Allow _, Decision.Mask _, Decision.Coach _ -> {
                Decision.Block refused = attachments.refuse(classified, decision.risk());
                yield refused == null ? decision : refused;
            }
        };
    }

    /**
     * What policies in shadow mode would have done, in the order in which they are asked: those
     * that stand before the one that decided.
     */
    public static List<Shadow> shadows(Classified classified, PolicySet policies) {
        return policies.hasShadows()
                ? Matching.shadows(
                        policies, facts(classified, Risk.of(classified.classifications())))
                : List.of();
    }

    private static Decision decide(
            Classified classified, @Nullable Policy policy, Risk risk, boolean acknowledged) {
        boolean found = classified.findings().stream().anyMatch(each -> !each.isEmpty());
        if (policy == null) {
            return found
                    ? new Decision.Mask(classified, null, risk)
                    : new Decision.Allow(classified, null, risk, "Allow");
        }
        return switch (policy.action()) {
            case BLOCK ->
                    new Decision.Block(
                            classified, policy.name(), risk, message(policy.message(), BLOCKED));
            case COACH ->
                    acknowledged
                            ? masked(classified, policy, risk)
                            : new Decision.Coach(
                                    classified,
                                    policy.name(),
                                    risk,
                                    message(policy.message(), COACHED)
                                            + reason(policy.manner().justification()),
                                    policy.manner().justification());
            case MASK -> masked(classified, policy, risk);
            case LOG -> new Decision.Allow(classified, policy.name(), risk, "Log");
        };
    }

    private static Decision.Mask masked(Classified classified, Policy policy, Risk risk) {
        return new Decision.Mask(classified, policy.name(), risk, policy.manner().masking());
    }

    private static Facts facts(Classified classified, Risk risk) {
        Admitted admitted = classified.admitted();
        Set<String> types = new HashSet<>();
        for (Classification each : classified.classifications()) {
            types.add(each.type());
        }
        return new Facts(
                admitted.destination().platformId(),
                admitted.destination().model(),
                admitted.caller().groups(),
                types,
                risk,
                admitted.at(),
                admitted.interactionId());
    }

    private static String reason(int length) {
        return length == 0
                ? ""
                : " Give a reason of at least "
                        + length
                        + " characters with it, in the header Avow-Justification.";
    }

    private static String message(@Nullable String own, String standard) {
        return own == null || own.isBlank() ? standard : own;
    }
}
