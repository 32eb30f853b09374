package dev.avow.decide;

import dev.avow.admit.Admitted;
import dev.avow.classify.Classification;
import dev.avow.classify.Classified;
import dev.avow.detector.api.Coverage;
import java.util.HashSet;
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

    private Decider() {}

    /**
     * Decides.
     *
     * @param acknowledged whether the caller has shown that it was coached for this very request
     */
    public static Decision decide(Classified classified, PolicySet policies, boolean acknowledged) {
        Risk risk = Risk.of(classified.classifications());
        if (classified.coverage() instanceof Coverage.Partial) {
            return new Decision.Gap(classified, risk);
        }
        Policy policy = policies.firstMatch(facts(classified, risk)).orElse(null);
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
                            ? new Decision.Mask(classified, policy.name(), risk)
                            : new Decision.Coach(
                                    classified,
                                    policy.name(),
                                    risk,
                                    message(policy.message(), COACHED));
            case MASK -> new Decision.Mask(classified, policy.name(), risk);
            case LOG -> new Decision.Allow(classified, policy.name(), risk, "Log");
        };
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
                risk);
    }

    private static String message(@Nullable String own, String standard) {
        return own == null || own.isBlank() ? standard : own;
    }
}
