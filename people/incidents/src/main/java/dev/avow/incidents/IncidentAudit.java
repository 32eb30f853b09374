package dev.avow.incidents;

import dev.avow.prove.AuditEntry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the audit log holds of an incident: states, times and counts, since it is never changed. */
final class IncidentAudit {

    private IncidentAudit() {}

    static AuditEntry entry(String action, @Nullable Incident before, Incident after) {
        return new AuditEntry(
                action,
                "incident",
                after.id().toString(),
                before == null ? null : values(before),
                values(after));
    }

    /** That somebody looked at who is concerned. */
    static AuditEntry peopleViewed(UUID incident) {
        return AuditEntry.viewed("incident_people_viewed", "incident", incident.toString());
    }

    /** That all who are concerned were written to, as far as they can be. */
    static AuditEntry mailed(UUID incident, UUID notice, int people, int written) {
        return new AuditEntry(
                "incident_notice_mailing_done",
                "incident",
                incident.toString(),
                null,
                Map.of("notice", notice.toString(), "people", people, "written", written));
    }

    private static Map<String, Object> values(Incident incident) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("state", incident.state().id());
        values.put("risk", incident.report().risk().id());
        values.put("aware_at", incident.report().awareAt().toString());
        for (Duty duty : Duty.values()) {
            values.put(duty.id(), incident.standing(duty, incident.modifiedAt()).id());
            incident.toldAt(duty)
                    .ifPresent(at -> values.put(duty.id() + "_told_at", at.toString()));
        }
        values.put("notices", incident.notices().size());
        Assessment assessment = incident.assessment();
        if (assessment != null) {
            values.put("assessed_at", assessment.at().toString());
            values.put("people", assessment.people());
            values.put("interactions", assessment.interactions());
            values.put("complete", assessment.completeness().complete());
        }
        return values;
    }
}
