package dev.avow.custom;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * All that one tenant, or one file, defines.
 *
 * @param recognizers in order of preference
 * @param lists in any order
 */
public record Definitions(List<CustomRecognizer> recognizers, List<DetectionList> lists) {

    private static final Definitions NONE = new Definitions(List.of(), List.of());

    public Definitions {
        recognizers = List.copyOf(recognizers);
        lists = List.copyOf(lists);
    }

    /** Nothing but what is built in. */
    public static Definitions none() {
        return NONE;
    }

    /** Those of both kinds, recognizers and lists mixed. */
    public static Definitions of(List<? extends Definition> all) {
        return new Definitions(
                all.stream()
                        .filter(CustomRecognizer.class::isInstance)
                        .map(CustomRecognizer.class::cast)
                        .toList(),
                all.stream()
                        .filter(DetectionList.class::isInstance)
                        .map(DetectionList.class::cast)
                        .toList());
    }

    /** Those that count. */
    Definitions enabled() {
        return new Definitions(
                recognizers.stream().filter(CustomRecognizer::enabled).toList(),
                lists.stream().filter(DetectionList::enabled).toList());
    }

    /** How many of both kinds count. */
    public int counting() {
        Definitions counting = enabled();
        return counting.recognizers().size() + counting.lists().size();
    }

    boolean isEmpty() {
        return recognizers.isEmpty() && lists.isEmpty();
    }

    /**
     * The types that these add, with their tier, in the order of their names; also of those that do
     * not count just now, so that a policy may name them.
     *
     * @param builtIn the types that there are without them
     */
    public Map<String, Integer> types(Set<String> builtIn) {
        Map<String, Integer> types = new TreeMap<>();
        recognizers.forEach(each -> types.put(each.name(), CustomRecognizer.TIER));
        for (DetectionList list : lists) {
            if (list.kind() == DetectionList.Kind.DENY
                    && list.type() != null
                    && !builtIn.contains(list.type())) {
                types.put(list.type(), CustomRecognizer.TIER);
            }
        }
        return types;
    }

    /** Words and values in all, for limits. */
    public int words() {
        return recognizers.stream().mapToInt(each -> each.words().size()).sum()
                + lists.stream()
                        .filter(each -> each.match() != DetectionList.Match.PATTERN)
                        .mapToInt(each -> each.values().size())
                        .sum();
    }

    /** Patterns in all, for limits. */
    public int patterns() {
        return recognizers.stream().mapToInt(each -> each.patterns().size()).sum()
                + lists.stream()
                        .filter(each -> each.match() == DetectionList.Match.PATTERN)
                        .mapToInt(each -> each.values().size())
                        .sum();
    }

    /** How many there are. */
    @Override
    public String toString() {
        return "Definitions of " + recognizers.size() + " and " + lists.size();
    }
}
