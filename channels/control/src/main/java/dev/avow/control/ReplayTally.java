package dev.avow.control;

import dev.avow.decide.Replayed;
import dev.avow.record.Interaction;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts what would have changed. */
final class ReplayTally {

    /** The reason for a gap was the detector's; no policy could have decided otherwise. */
    private static final String GAP = "Gap";

    /** How many uses have an action, and would have. */
    record Action(int before, int after) {}

    /**
     * How many uses would have gone another way.
     *
     * @param policy the one that would have decided; null for the built-in rule
     */
    record Change(String from, String to, @Nullable String policy, int count) {}

    /**
     * What came of it.
     *
     * @param complete false where there were more interactions than are looked at
     */
    record Outcome(
            int days,
            int interactions,
            boolean complete,
            int changed,
            Map<String, Action> actions,
            List<Change> changes) {}

    private record Way(String from, String to, @Nullable String policy) {}

    private final Map<String, Integer> before = new TreeMap<>();
    private final Map<String, Integer> after = new TreeMap<>();
    private final Map<Way, Integer> changes = new HashMap<>();
    private int count;

    void add(Interaction past, Replayed now) {
        String from = past.policyAction();
        String to = from.equals(GAP) || isAcknowledged(past, now) ? from : now.action();
        count++;
        before.merge(from, 1, Integer::sum);
        after.merge(to, 1, Integer::sum);
        if (!from.equals(to)) {
            changes.merge(new Way(from, to, now.policy()), 1, Integer::sum);
        }
    }

    /** A coached person had sent it again, so it was masked by the policy that coaches. */
    private static boolean isAcknowledged(Interaction past, Replayed now) {
        return past.policyAction().equals("Mask")
                && now.action().equals("Coach")
                && past.policyApplied() != null
                && past.policyApplied().equals(now.policy());
    }

    int count() {
        return count;
    }

    Outcome outcome(int days, boolean complete) {
        Map<String, Action> actions = new TreeMap<>();
        before.forEach((id, uses) -> actions.put(id, new Action(uses, 0)));
        after.forEach((id, uses) ->
                actions.merge(
                        id,
                        new Action(0, uses),
                        (one, other) -> new Action(one.before(), other.after())));
        List<Change> counted =
                changes.entrySet().stream()
                        .map(each ->
                                new Change(
                                        each.getKey().from(),
                                        each.getKey().to(),
                                        each.getKey().policy(),
                                        each.getValue()))
                        .sorted(
                                Comparator.comparingInt(Change::count)
                                        .reversed()
                                        .thenComparing(Change::from)
                                        .thenComparing(Change::to))
                        .toList();
        int changed = counted.stream().mapToInt(Change::count).sum();
        return new Outcome(days, count, complete, changed, actions, counted);
    }
}
