package dev.avow.incidents;

import dev.avow.words.Cursor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An incident: what is known of it, what Avow's own records say, and who was told.
 *
 * @param assessment what the records say; null before it is assessed, and after its scope changed
 * @param notices oldest first
 * @param createdBy null for the command line
 * @param closedAt null where it is not closed
 */
public record Incident(
        UUID id,
        IncidentState state,
        IncidentReport report,
        @Nullable Assessment assessment,
        List<Notice> notices,
        @Nullable UUID createdBy,
        Instant createdAt,
        Instant modifiedAt,
        @Nullable Instant closedAt) {

    public Incident {
        notices = List.copyOf(notices);
    }

    /** The same with its state, report and counts changed. */
    Incident changed(
            IncidentState newState,
            IncidentReport newReport,
            @Nullable Assessment newAssessment,
            Instant now) {
        return new Incident(
                id,
                newState,
                newReport,
                newAssessment,
                notices,
                createdBy,
                createdAt,
                now,
                newState == IncidentState.CLOSED ? now : null);
    }

    /** The same with one more notice. */
    Incident noticed(Notice notice, Instant now) {
        List<Notice> more = new ArrayList<>(notices);
        more.add(notice);
        return new Incident(
                id, state, report, assessment, more, createdBy, createdAt, now, closedAt);
    }

    /** Until when they must be told. */
    public Instant dueAt(Duty duty) {
        return duty.dueAt(report.awareAt());
    }

    /** When they were told first; empty where they were not. */
    public Optional<Instant> toldAt(Duty duty) {
        return notices.stream()
                .filter(notice -> notice.tells() && notice.duty() == duty)
                .map(Notice::at)
                .min(Instant::compareTo);
    }

    /** How a duty stands. A decision not to tell is void as soon as the risk is judged higher. */
    public Standing standing(Duty duty, Instant now) {
        Optional<Instant> told = toldAt(duty);
        if (told.isPresent()) {
            return told.get().isAfter(dueAt(duty)) ? Standing.TOLD_LATE : Standing.TOLD;
        }
        boolean waived =
                notices.stream()
                        .anyMatch(notice ->
                                !notice.told()
                                        && notice.duty() == duty
                                        && duty.waivable(report.risk())
                                        && report.risk().compareTo(notice.risk()) <= 0);
        if (waived) {
            return Standing.NOT_NEEDED;
        }
        return now.isAfter(dueAt(duty)) ? Standing.OVERDUE : Standing.PENDING;
    }

    /** Whether somebody should have been told and was not. */
    public boolean overdue(Instant now) {
        return Arrays.stream(Duty.values())
                .anyMatch(duty -> standing(duty, now) == Standing.OVERDUE);
    }

    /** The earliest limit of those who remain to be told; empty where nobody does. */
    Optional<Instant> nextDueAt() {
        return Arrays.stream(Duty.values())
                .filter(duty -> standing(duty, modifiedAt).isOwed())
                .map(this::dueAt)
                .min(Instant::compareTo);
    }

    /** Where it stands in a list. */
    Cursor cursor() {
        return new Cursor(createdAt, id);
    }

    /** Prints id and state. */
    @Override
    public String toString() {
        return "Incident " + id + ", " + state.id();
    }
}
