package dev.avow.decide;

import java.util.ArrayList;
import java.util.List;

/** Which of a tenant's policies is the one for a request. */
sealed interface Matching {

    /** A row of an interaction has room for so many. */
    int MOST_SHADOWS = 8;

    /** None. */
    record None() implements Matching {}

    /** The first that acts and whose conditions all hold. */
    record One(Policy policy) implements Matching {}

    /**
     * Whether a policy's conditions hold could not be told, so what comes after it cannot be
     * either.
     *
     * @param policy its name
     */
    record Unclear(String policy) implements Matching {}

    static Matching of(PolicySet policies, Facts facts) {
        return of(policies.inOrder(), facts);
    }

    static Matching of(List<Policy> policies, Facts facts) {
        for (Policy policy : policies) {
            if (policy.manner().shadow()) {
                continue;
            }
            try {
                if (policy.conditions().hold(facts)) {
                    return new One(policy);
                }
            } catch (Expression.Failed unclear) {
                return new Unclear(policy.name());
            }
        }
        return new None();
    }

    /** Those in shadow mode that would have come before. */
    static List<Shadow> shadows(PolicySet policies, Facts facts) {
        List<Shadow> shadows = new ArrayList<>(1);
        for (Policy policy : policies.inOrder()) {
            boolean acts = !policy.manner().shadow();
            try {
                if (policy.conditions().hold(facts)) {
                    if (acts) {
                        return shadows;
                    }
                    shadows.add(new Shadow(policy.name(), policy.action().id()));
                }
            } catch (Expression.Failed unclear) {
                if (acts) {
                    return shadows;
                }
                shadows.add(new Shadow(policy.name(), "Error"));
            }
            if (shadows.size() == MOST_SHADOWS) {
                return shadows;
            }
        }
        return shadows;
    }
}
