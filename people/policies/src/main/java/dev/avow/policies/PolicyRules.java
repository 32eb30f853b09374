package dev.avow.policies;

import dev.avow.decide.Manner;
import dev.avow.decide.MaskRules;
import dev.avow.decide.Policy;
import dev.avow.decide.Side;
import dev.avow.words.Fault;
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
    private static final int LONGEST_JUSTIFICATION = 500;

    private PolicyRules() {}

    /**
     * Checks one.
     *
     * @param findingTypes ids that its conditions may name
     */
    static void check(PolicyDraft draft, Set<String> findingTypes) {
        if (draft.name().isBlank() || draft.name().length() > LONGEST_NAME) {
            throw Fault.wrong("name", "a name has 1 to " + LONGEST_NAME + " characters");
        }
        text("name", draft.name(), LONGEST_NAME);
        text("description", draft.description(), LONGEST_TEXT);
        if (draft.message() != null) {
            text("message", draft.message(), LONGEST_TEXT);
        }
        if (draft.priority() < 1 || draft.priority() > HIGHEST_PRIORITY) {
            throw Fault.wrong("priority", "a priority is 1 to " + HIGHEST_PRIORITY);
        }
        Policy.Conditions conditions = draft.conditions();
        values("conditions.platform_id", conditions.platforms());
        values("conditions.user_group", conditions.groups());
        values("conditions.model", conditions.models());
        values("conditions.finding_types", conditions.findingTypes());
        known(conditions.findingTypes(), findingTypes);
        Double share = conditions.rarely().share();
        if (share != null && !(share > 0 && share <= 1)) {
            throw Fault.wrong("conditions.sample", "a share is above 0 and at most 1");
        }
        manner(draft, findingTypes);
    }

    private static void manner(PolicyDraft draft, Set<String> findingTypes) {
        Manner manner = draft.manner();
        boolean masks =
                draft.action() == Policy.Action.MASK || draft.action() == Policy.Action.COACH;
        if (!masks && !manner.masking().equals(MaskRules.PSEUDONYMS)) {
            throw Fault.wrong(
                    "masking", "a policy that masks nothing has no masking; leave it out");
        }
        for (String type : new TreeSet<>(manner.masking().types().keySet())) {
            if (!findingTypes.contains(type)) {
                throw Fault.wrong("masking.types", unknown(findingTypes));
            }
        }
        if (manner.justification() < 0 || manner.justification() > LONGEST_JUSTIFICATION) {
            throw Fault.wrong("justification", "a length is 0 to " + LONGEST_JUSTIFICATION);
        }
        if (manner.justification() > 0 && draft.action() != Policy.Action.COACH) {
            throw Fault.wrong("justification", "only Coach asks for a reason; leave it out");
        }
        if (manner.appliesTo() != Side.REQUEST) {
            answers(draft);
        }
    }

    /** Nobody can be asked about an answer, and it would have to be kept for what was not done. */
    private static void answers(PolicyDraft draft) {
        if (draft.action() == Policy.Action.COACH) {
            throw Fault.wrong(
                    "applies_to", "Coach is for requests; take Mask, Block or Log for answers");
        }
        if (draft.manner().shadow()) {
            throw Fault.wrong("applies_to", "shadow is for requests; take Log for answers");
        }
    }

    private static String unknown(Set<String> findingTypes) {
        return "no such finding type; known are " + String.join(", ", new TreeSet<>(findingTypes));
    }

    private static void text(String field, String text, int longest) {
        if (text.length() > longest) {
            throw Fault.wrong(field, "at most " + longest + " characters");
        }
        // PostgreSQL's text holds every character but this one.
        if (text.indexOf('\0') >= 0) {
            throw Fault.wrong(field, "the character U+0000 cannot be kept");
        }
    }

    private static void values(String field, List<String> values) {
        if (values.size() > MOST_VALUES) {
            throw Fault.wrong(field, "at most " + MOST_VALUES + " values");
        }
        for (int i = 0; i < values.size(); i++) {
            String at = field + "[" + i + "]";
            if (values.get(i).isBlank()) {
                throw Fault.wrong(at, "a value is not empty");
            }
            text(at, values.get(i), LONGEST_VALUE);
        }
        if (new HashSet<>(values).size() < values.size()) {
            throw Fault.wrong(field, "each value stands once");
        }
    }

    private static void known(List<String> types, Set<String> findingTypes) {
        for (int i = 0; i < types.size(); i++) {
            if (!findingTypes.contains(types.get(i))) {
                throw Fault.wrong("conditions.finding_types[" + i + "]", unknown(findingTypes));
            }
        }
    }
}
