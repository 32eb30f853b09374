package dev.avow.policies;

import dev.avow.decide.Manner;
import dev.avow.decide.Policy;
import dev.avow.words.Ids;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A policy as somebody wants it to be. Nothing of it is checked yet; {@link PolicyRules} does.
 *
 * @param name unique in the tenant, 1 to 100 characters
 * @param description for people; empty where there is none
 * @param enabled whether it counts
 * @param priority 1 to 1,000,000; 1 is asked first
 * @param conditions all of them must hold
 * @param action what happens then
 * @param message what a person is told; null for the standard text
 * @param manner how it acts
 */
public record PolicyDraft(
        String name,
        String description,
        boolean enabled,
        int priority,
        Policy.Conditions conditions,
        Policy.Action action,
        @Nullable String message,
        Manner manner) {

    /** One that acts plainly. */
    public PolicyDraft(
            String name,
            String description,
            boolean enabled,
            int priority,
            Policy.Conditions conditions,
            Policy.Action action,
            @Nullable String message) {
        this(name, description, enabled, priority, conditions, action, message, Manner.PLAIN);
    }

    Policy withId(UUID id) {
        return new Policy(id, name, enabled, priority, conditions, action, message, manner);
    }

    /** As the decider takes it, under an id of its own, for trying it out. */
    public Policy unsaved() {
        return withId(Ids.next());
    }
}
