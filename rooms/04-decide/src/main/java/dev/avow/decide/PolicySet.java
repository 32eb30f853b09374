package dev.avow.decide;

import java.util.Comparator;
import java.util.List;

/** A tenant's policies in the order in which they are asked. Immutable. */
public final class PolicySet {

    /** No policy at all: the built-in rule decides. */
    public static final PolicySet EMPTY = new PolicySet(List.of());

    private final List<Policy> inOrder;
    private final List<Policy> ofAnswers;

    private PolicySet(List<Policy> enabled) {
        this.inOrder =
                enabled.stream().filter(each -> each.manner().appliesTo().holdsRequests()).toList();
        this.ofAnswers =
                enabled.stream().filter(each -> each.manner().appliesTo().holdsAnswers()).toList();
    }

    /** Leaves out what is not enabled; equal priorities are ordered by name. */
    public static PolicySet of(List<Policy> policies) {
        return new PolicySet(
                policies.stream()
                        .filter(Policy::enabled)
                        .sorted(
                                Comparator.comparingInt(Policy::priority)
                                        .thenComparing(Policy::name))
                        .toList());
    }

    /** Whether some only record what they would do. */
    public boolean hasShadows() {
        return inOrder.stream().anyMatch(each -> each.manner().shadow());
    }

    /** What those that look at requests and act do, in the order in which they are asked. */
    public List<Policy.Action> actions() {
        return inOrder.stream()
                .filter(each -> !each.manner().shadow())
                .map(Policy::action)
                .toList();
    }

    /** The names of those that look at requests, in the order in which they are asked. */
    public List<String> names() {
        return inOrder.stream().map(Policy::name).toList();
    }

    /** Those that look at requests, in the order in which they are asked. */
    List<Policy> inOrder() {
        return inOrder;
    }

    /** Those that look at answers, in the order in which they are asked. */
    List<Policy> ofAnswers() {
        return ofAnswers;
    }
}
