package dev.avow.incidents;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What can be done with an incident. */
public enum Step {
    CHANGE,
    ASSESS,
    TELL,
    WAIVE,
    CONTAIN,
    CLOSE,
    REOPEN;

    /** As the API names it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What is possible with this one, in the order of their declaration. */
    public static Set<Step> possible(Incident incident) {
        EnumSet<Step> steps =
                switch (incident.state()) {
                    case OPEN -> EnumSet.of(CHANGE, ASSESS, TELL, WAIVE, CONTAIN);
                    case CONTAINED -> EnumSet.of(CHANGE, ASSESS, TELL, WAIVE);
                    case CLOSED -> EnumSet.of(REOPEN);
                };
        if (incident.state() != IncidentState.CLOSED && lacking(incident).isEmpty()) {
            steps.add(CLOSE);
        }
        return steps;
    }

    /**
     * What an incident lacks before it can be closed, by the names of its fields: facts, effects
     * and remedial action (GDPR Art. 33(5)), and everybody told, or not to be told for a reason.
     */
    public static List<String> lacking(Incident incident) {
        List<String> lacking = new ArrayList<>();
        for (IncidentText text :
                List.of(
                        IncidentText.NATURE,
                        IncidentText.LIKELY_CONSEQUENCES,
                        IncidentText.MEASURES)) {
            if (incident.report().plaintextOf(text).isEmpty()) {
                lacking.add(text.id());
            }
        }
        for (Duty duty : Duty.values()) {
            if (incident.standing(duty, incident.modifiedAt()).isOwed()) {
                lacking.add("notice to " + duty.id());
            }
        }
        return lacking;
    }
}
