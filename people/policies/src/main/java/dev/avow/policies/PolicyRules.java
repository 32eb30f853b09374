package dev.avow.policies;

import dev.avow.decide.Policy;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a policy must be to be kept. Every fault names its field. */
final class PolicyRules {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TEXT = 1_000;
    private static final int HIGHEST_PRIORITY = 1_000_000;
    private static final int MOST_VALUES = 100;
    private static final int LONGEST_VALUE = 200;

    private PolicyRules() {}

    /**
     * Checks one.
     *
     * @param findingTypes ids that its conditions may name
     */
    static void check(PolicyDraft draft, Set<String> findingTypes) {
        if (draft.name().isBlank() || draft.name().length() > LONGEST_NAME) {
            throw wrong("name", "a name has 1 to " + LONGEST_NAME + " characters");
        }
        text("name", draft.name(), LONGEST_NAME);
        text("description", draft.description(), LONGEST_TEXT);
        if (draft.message() != null) {
            text("message", draft.message(), LONGEST_TEXT);
        }
        if (draft.priority() < 1 || draft.priority() > HIGHEST_PRIORITY) {
            throw wrong("priority", "a priority is 1 to " + HIGHEST_PRIORITY);
        }
        Policy.Conditions conditions = draft.conditions();
        values("conditions.platform_id", conditions.platforms());
        values("conditions.user_group", conditions.groups());
        values("conditions.model", conditions.models());
        values("conditions.finding_types", conditions.findingTypes());
        known(conditions.findingTypes(), findingTypes);
    }

    private static void text(String field, String text, int longest) {
        if (text.length() > longest) {
            throw wrong(field, "at most " + longest + " characters");
        }
        // PostgreSQL's text holds every character but this one.
        if (text.indexOf('\0') >= 0) {
            throw wrong(field, "the character U+0000 cannot be kept");
        }
    }

    private static void values(String field, List<String> values) {
        if (values.size() > MOST_VALUES) {
            throw wrong(field, "at most " + MOST_VALUES + " values");
        }
        for (int i = 0; i < values.size(); i++) {
            String at = field + "[" + i + "]";
            if (values.get(i).isBlank()) {
                throw wrong(at, "a value is not empty");
            }
            text(at, values.get(i), LONGEST_VALUE);
        }
        if (new HashSet<>(values).size() < values.size()) {
            throw wrong(field, "each value stands once");
        }
    }

    private static void known(List<String> types, Set<String> findingTypes) {
        for (int i = 0; i < types.size(); i++) {
            if (!findingTypes.contains(types.get(i))) {
                throw wrong(
                        "conditions.finding_types[" + i + "]",
                        "no such finding type; known are "
                                + String.join(", ", new TreeSet<>(findingTypes)));
            }
        }
    }

    private static FaultException wrong(String field, String message) {
        return Fault.of(FaultCode.INVALID_VALUE, message, field).asException();
    }
}
