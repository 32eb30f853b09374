package dev.avow.control;

import dev.avow.incidents.Assessment;
import dev.avow.incidents.Duty;
import dev.avow.incidents.Incident;
import dev.avow.incidents.IncidentReport;
import dev.avow.incidents.IncidentText;
import dev.avow.incidents.Mailing;
import dev.avow.incidents.Notice;
import dev.avow.incidents.Scope;
import dev.avow.incidents.Standing;
import dev.avow.incidents.Step;
import dev.avow.words.DataClass;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An incident as the API shows it. */
record IncidentView(
        UUID id,
        String state,
        String title,
        String nature,
        String dataCategories,
        String peopleCategories,
        String contact,
        String likelyConsequences,
        String measures,
        String stepsForPeople,
        String risk,
        Instant awareAt,
        @Nullable Long peopleAbout,
        @Nullable Long recordsAbout,
        @Nullable Instant from,
        @Nullable Instant to,
        List<String> dataClasses,
        List<String> providers,
        List<String> hosts,
        List<String> regions,
        List<String> models,
        List<String> routes,
        List<UUID> apiKeyIds,
        boolean overdue,
        List<DutyView> duties,
        @Nullable AssessmentView assessment,
        List<NoticeView> notices,
        List<String> possible,
        List<String> lacking,
        @Nullable UUID createdBy,
        Instant createdAt,
        Instant modifiedAt,
        @Nullable Instant closedAt) {

    /**
     * Who must be told, and how that stands.
     *
     * @param hoursLeft rounded down, so -1 as soon as it is late; null where nobody need be told
     *     any more
     */
    record DutyView(
            String to,
            Instant dueAt,
            @Nullable Long hoursLeft,
            String status,
            @Nullable Instant toldAt) {

        static DutyView of(Incident incident, Duty duty, Instant now) {
            Standing standing = incident.standing(duty, now);
            Instant due = incident.dueAt(duty);
            return new DutyView(
                    duty.id(),
                    due,
                    standing.isOwed()
                            ? Math.floorDiv(
                                    Duration.between(now, due).toSeconds(),
                                    Duration.ofHours(1).toSeconds())
                            : null,
                    standing.id(),
                    incident.toldAt(duty).orElse(null));
        }
    }

    record NoticeView(
            UUID id,
            String to,
            boolean told,
            Instant at,
            String risk,
            String text,
            @Nullable String delayReason,
            @Nullable MailingView mailing,
            @Nullable UUID createdBy,
            Instant createdAt) {

        static NoticeView of(Notice notice) {
            Mailing mailing = notice.mailing();
            return new NoticeView(
                    notice.id(),
                    notice.duty().id(),
                    notice.told(),
                    notice.at(),
                    notice.risk().id(),
                    notice.plaintextText(),
                    notice.plaintextDelayReason(),
                    mailing == null ? null : MailingView.of(mailing),
                    notice.createdBy(),
                    notice.createdAt());
        }

        @Override
        public String toString() {
            return "NoticeView " + id;
        }
    }

    record MailingView(
            String state,
            String subject,
            @Nullable String address,
            @Nullable Integer people,
            @Nullable Integer written) {

        static MailingView of(Mailing mailing) {
            return new MailingView(
                    mailing.state().id(),
                    mailing.plaintextSubject(),
                    mailing.plaintextAddress(),
                    mailing.people(),
                    mailing.written());
        }

        @Override
        public String toString() {
            return "MailingView " + state;
        }
    }

    record AssessmentView(
            Instant assessedAt,
            Instant from,
            Instant to,
            long people,
            long apiKeys,
            long interactions,
            long interactionsWithoutAccount,
            List<Assessment.Finding> findings,
            List<Assessment.Recipient> recipients,
            List<Assessment.RegionCount> regions,
            Map<String, Long> records,
            boolean complete,
            Assessment.Completeness completeness) {

        static AssessmentView of(Assessment seen) {
            Map<String, Long> records = new TreeMap<>();
            seen.records().forEach((dataClass, count) -> records.put(dataClass.id(), count));
            return new AssessmentView(
                    seen.at(),
                    seen.from(),
                    seen.to(),
                    seen.people(),
                    seen.apiKeys(),
                    seen.interactions(),
                    seen.interactionsWithoutAccount(),
                    seen.findings(),
                    seen.recipients(),
                    seen.regions(),
                    records,
                    seen.completeness().complete(),
                    seen.completeness());
        }
    }

    static IncidentView of(Incident incident, Instant now) {
        IncidentReport report = incident.report();
        Scope scope = report.scope();
        Assessment assessment = incident.assessment();
        return new IncidentView(
                incident.id(),
                incident.state().id(),
                report.plaintextOf(IncidentText.TITLE),
                report.plaintextOf(IncidentText.NATURE),
                report.plaintextOf(IncidentText.DATA_CATEGORIES),
                report.plaintextOf(IncidentText.PEOPLE_CATEGORIES),
                report.plaintextOf(IncidentText.CONTACT),
                report.plaintextOf(IncidentText.LIKELY_CONSEQUENCES),
                report.plaintextOf(IncidentText.MEASURES),
                report.plaintextOf(IncidentText.STEPS_FOR_PEOPLE),
                report.risk().id(),
                report.awareAt(),
                report.peopleAbout(),
                report.recordsAbout(),
                scope.from(),
                scope.to(),
                scope.dataClasses().stream().map(DataClass::id).toList(),
                scope.providers(),
                scope.hosts(),
                scope.regions(),
                scope.models(),
                scope.routes(),
                scope.apiKeyIds(),
                incident.overdue(now),
                Arrays.stream(Duty.values()).map(duty -> DutyView.of(incident, duty, now)).toList(),
                assessment == null ? null : AssessmentView.of(assessment),
                incident.notices().stream().map(NoticeView::of).toList(),
                Step.possible(incident).stream().map(Step::id).toList(),
                Step.lacking(incident),
                incident.createdBy(),
                incident.createdAt(),
                incident.modifiedAt(),
                incident.closedAt());
    }

    /** Prints id and state. */
    @Override
    public String toString() {
        return "IncidentView " + id + ", " + state;
    }
}
