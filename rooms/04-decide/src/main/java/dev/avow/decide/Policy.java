package dev.avow.decide;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rule that a tenant wrote (promise B7).
 *
 * @param id its row
 * @param name unique in the tenant
 * @param enabled whether it counts
 * @param priority 1 is asked first
 * @param conditions all of them must hold
 * @param action what happens then
 * @param message what a person is told when coached or blocked; null for the standard text
 * @param manner how it acts
 */
public record Policy(
        UUID id,
        String name,
        boolean enabled,
        int priority,
        Conditions conditions,
        Action action,
        @Nullable String message,
        Manner manner) {

    /** What a policy does. */
    public enum Action {
        /** The request is refused. */
        BLOCK("Block"),
        /** The person is told, and may send it again knowing. It then goes masked. */
        COACH("Coach"),
        /** Every finding leaves as a pseudonym. */
        MASK("Mask"),
        /** It leaves as it is, and is recorded. */
        LOG("Log");

        private final String id;

        Action(String id) {
            this.id = id;
        }

        public String id() {
            return id;
        }

        /** The action of that name; null where there is none. */
        public static @Nullable Action of(String id) {
            for (Action action : values()) {
                if (action.id.equals(id)) {
                    return action;
                }
            }
            return null;
        }
    }

    /**
     * When a policy applies. An empty list, or a null level, asks nothing; several values of one
     * list are alternatives.
     *
     * @param platforms provider names; {@code *} at a name's end stands for any rest
     * @param groups the person's groups; {@code all} for everyone
     * @param models models as the provider knows them; {@code *} at the end as above
     * @param findingTypes at least one of these was found
     * @param riskLevel this level or above
     * @param rarely what else is asked
     */
    public record Conditions(
            List<String> platforms,
            List<String> groups,
            List<String> models,
            List<String> findingTypes,
            Risk.@Nullable Level riskLevel,
            Rarely rarely) {

        /** Without what is rarely asked. */
        public Conditions(
                List<String> platforms,
                List<String> groups,
                List<String> models,
                List<String> findingTypes,
                Risk.@Nullable Level riskLevel) {
            this(platforms, groups, models, findingTypes, riskLevel, Rarely.NOTHING);
        }

        public Conditions {
            platforms = List.copyOf(platforms);
            groups = List.copyOf(groups);
            models = List.copyOf(models);
            findingTypes = List.copyOf(findingTypes);
        }

        boolean hold(Facts facts) {
            return anyMatches(platforms, facts.platform())
                    && (groups.isEmpty()
                            || groups.contains("all")
                            || groups.stream().anyMatch(facts.groups()::contains))
                    && anyMatches(models, facts.model())
                    && (findingTypes.isEmpty()
                            || findingTypes.stream().anyMatch(facts.findingTypes()::contains))
                    && (riskLevel == null || facts.risk().level().compareTo(riskLevel) >= 0)
                    && rarely.hold(facts);
        }

        private static boolean anyMatches(List<String> patterns, String value) {
            if (patterns.isEmpty()) {
                return true;
            }
            for (String pattern : patterns) {
                boolean open = pattern.endsWith("*");
                if (open
                        ? value.startsWith(pattern.substring(0, pattern.length() - 1))
                        : pattern.equals(value)) {
                    return true;
                }
            }
            return false;
        }
    }

    public Policy {
        Objects.requireNonNull(name);
        Objects.requireNonNull(manner);
    }

    /** One that acts plainly. */
    public Policy(
            UUID id,
            String name,
            boolean enabled,
            int priority,
            Conditions conditions,
            Action action,
            @Nullable String message) {
        this(id, name, enabled, priority, conditions, action, message, Manner.PLAIN);
    }
}
