package dev.avow.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.avow.prove.Actor;
import dev.avow.prove.NotedAudit;
import dev.avow.retain.Profile;
import dev.avow.retain.Schedule;
import dev.avow.testing.TestDatabase;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import dev.avow.words.Ids;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** T5: incidents, the hours that are left, and who was told. */
class IncidentsTest {

    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final String TEXT = "a fictitious notice to Mina Distel";

    private final TestDatabase database = TestDatabase.fresh();
    private final NotedAudit audit = new NotedAudit();
    private final Actor actor = Actor.operator(TENANT);
    private Instant now = Reports.AWARE;
    private final Incidents incidents =
            new Incidents(
                    database.tenancy(),
                    database.keyring(),
                    audit,
                    new Assessor(
                            database.tenancy(),
                            Schedule.of(Profile.GOVERNANCE),
                            Optional.empty(),
                            () -> {},
                            () -> now),
                    () -> now);

    @AfterEach
    void close() {
        database.close();
    }

    private UUID open(BreachRisk risk) {
        return incidents.open(actor, Reports.of(risk)).id();
    }

    private Incident seen(UUID id) {
        return incidents.find(TENANT, id).orElseThrow();
    }

    private void judge(UUID id, BreachRisk risk) {
        incidents.change(
                actor,
                id,
                report ->
                        new IncidentReport(
                                report.plaintext(),
                                report.scope(),
                                risk,
                                report.peopleAbout(),
                                report.recordsAbout(),
                                report.awareAt()));
    }

    private List<UUID> listed(@Nullable IncidentState state, @Nullable Boolean overdue) {
        return incidents.page(TENANT, state, overdue, PageRequest.first()).items().stream()
                .map(Incident::id)
                .toList();
    }

    @Test
    void clocks_seventyTwoHours_areOverOneSecondAfter() {
        UUID id = open(BreachRisk.UNKNOWN);
        for (Duty duty : Duty.values()) {
            assertThat(seen(id).dueAt(duty)).isEqualTo(Reports.DUE);
            assertThat(seen(id).standing(duty, Reports.DUE.minusSeconds(1)))
                    .isEqualTo(Standing.PENDING);
            assertThat(seen(id).standing(duty, Reports.DUE)).isEqualTo(Standing.PENDING);
            assertThat(seen(id).standing(duty, Reports.DUE.plusSeconds(1)))
                    .isEqualTo(Standing.OVERDUE);
        }
        now = Reports.DUE.minusSeconds(1);
        assertThat(listed(null, true)).isEmpty();
        assertThat(listed(null, false)).containsExactly(id);
        now = Reports.DUE;
        assertThat(listed(null, true)).isEmpty();
        now = Reports.DUE.plusSeconds(1);
        assertThat(listed(null, true)).containsExactly(id);
        assertThat(listed(IncidentState.OPEN, true)).containsExactly(id);
        assertThat(listed(IncidentState.CLOSED, null)).isEmpty();
    }

    @Test
    void tell_oneSecondBeforeAndAfterTheLimit_isInTimeAndLate() {
        now = Reports.DUE.plusSeconds(1);
        UUID before = open(BreachRisk.LIKELY);
        incidents.tell(actor, before, Duty.AUTHORITY, Reports.DUE.minusSeconds(1), TEXT, null);
        assertThat(seen(before).standing(Duty.AUTHORITY, now)).isEqualTo(Standing.TOLD);
        assertThat(seen(before).overdue(now)).isTrue(); // nobody told the people
        incidents.tell(actor, before, Duty.PEOPLE, Reports.DUE.plusSeconds(1), TEXT, null);
        assertThat(seen(before).standing(Duty.PEOPLE, now)).isEqualTo(Standing.TOLD_LATE);
        assertThat(seen(before).overdue(now)).isFalse();

        UUID after = open(BreachRisk.LIKELY);
        FaultException refused =
                catchThrowableOfType(
                        FaultException.class,
                        () -> incidents.tell(actor, after, Duty.AUTHORITY, now, TEXT, null));
        assertThat(refused.fault().code()).isEqualTo(FaultCode.MISSING_VALUE);
        assertThat(refused.fault().field()).contains("delay_reason");
        incidents.tell(actor, after, Duty.AUTHORITY, now, TEXT, "delay-distel");
        Incident late = seen(after);
        assertThat(late.standing(Duty.AUTHORITY, now)).isEqualTo(Standing.TOLD_LATE);
        assertThat(late.notices().getFirst().plaintextText()).isEqualTo(TEXT);
        assertThat(late.notices().getFirst().plaintextDelayReason()).isEqualTo("delay-distel");
        // Art. 33(4): what follows in phases is not late.
        incidents.tell(actor, after, Duty.AUTHORITY, now, "more", null);
        assertThat(seen(after).notices()).hasSize(2);
        assertThat(listed(null, true)).containsExactly(after);
    }

    @Test
    void awareAt_corrected_movesTheClock() {
        UUID id = open(BreachRisk.UNKNOWN);
        now = Reports.DUE.plusSeconds(1);
        assertThat(listed(null, true)).containsExactly(id);
        incidents.change(
                actor,
                id,
                report ->
                        new IncidentReport(
                                report.plaintext(),
                                report.scope(),
                                report.risk(),
                                7L,
                                null,
                                Reports.AWARE.plusSeconds(1)));
        assertThat(listed(null, true)).isEmpty();
        assertThat(audit.entries.getLast().before())
                .containsEntry("aware_at", Reports.AWARE.toString());
    }

    @Test
    void waive_byRisk_isPossibleWhereTheLawAllowsItAndVoidWhereTheRiskRises() {
        UUID id = open(BreachRisk.UNKNOWN);
        assertConflict(() -> incidents.waive(actor, id, Duty.AUTHORITY, "r"), "unlikely");
        assertConflict(() -> incidents.waive(actor, id, Duty.PEOPLE, "r"), "unknown");
        judge(id, BreachRisk.LIKELY);
        assertConflict(() -> incidents.waive(actor, id, Duty.AUTHORITY, "r"), "unlikely");
        incidents.waive(actor, id, Duty.PEOPLE, "the risk is not high");
        assertThat(seen(id).standing(Duty.PEOPLE, now)).isEqualTo(Standing.NOT_NEEDED);
        judge(id, BreachRisk.HIGH);
        assertThat(seen(id).standing(Duty.PEOPLE, now)).isEqualTo(Standing.PENDING);
        incidents.waive(actor, id, Duty.PEOPLE, "Art. 34(3)(a): all of it was encrypted");
        assertThat(seen(id).standing(Duty.PEOPLE, now)).isEqualTo(Standing.NOT_NEEDED);
        judge(id, BreachRisk.UNLIKELY);
        incidents.waive(actor, id, Duty.AUTHORITY, "r");
        now = Reports.DUE.plusSeconds(1);
        assertThat(listed(null, true)).isEmpty();
        judge(id, BreachRisk.UNKNOWN);
        assertThat(listed(null, true)).containsExactly(id);
    }

    @Test
    void close_withSomethingLacking_isRefusedByName() {
        UUID id = open(BreachRisk.LIKELY);
        assertConflict(
                () -> incidents.close(actor, id),
                "likely_consequences, notice to authority, notice to people");
        incidents.change(actor, id, r -> r.with(IncidentText.LIKELY_CONSEQUENCES, "none known"));
        incidents.tell(actor, id, Duty.AUTHORITY, now, TEXT, null);
        incidents.contain(actor, id);
        assertConflict(() -> incidents.contain(actor, id), "contained");
        incidents.waive(actor, id, Duty.PEOPLE, "the risk is not high");
        assertThat(incidents.close(actor, id).closedAt()).isEqualTo(now);
        assertConflict(() -> incidents.change(actor, id, report -> report), "reopen");
        assertConflict(() -> incidents.tell(actor, id, Duty.PEOPLE, now, TEXT, null), "reopen");
        assertThat(incidents.reopen(actor, id).closedAt()).isNull();
        assertThat(audit.entries)
                .extracting(each -> each.action())
                .containsExactly(
                        "incident_opened",
                        "incident_changed",
                        "incident_notice_given",
                        "incident_contained",
                        "incident_notice_waived",
                        "incident_closed",
                        "incident_reopened");
        assertThat(audit.entries.get(5).after())
                .containsEntry("state", "closed")
                .containsEntry("people", "not_needed");
    }

    @Test
    void texts_whereverKept_areSealedAndInNoAuditEntry() {
        UUID id = open(BreachRisk.LIKELY);
        incidents.tell(actor, id, Duty.PEOPLE, now, TEXT, "delay-distel");
        String log = audit.entries.stream().map(e -> e.before() + " " + e.after()).toList() + "";
        assertThat(log).doesNotContain("istel");
        assertThat(stored()).isNotEmpty().doesNotContain("istel");
        assertThat(seen(id) + " " + seen(id).report() + seen(id).notices()).doesNotContain("istel");
    }

    /** Both rows as the letters that their bytes would be. */
    private String stored() {
        return database.tenancy()
                .within(
                        TENANT,
                        handle ->
                                handle.createQuery(
                                                """
                                                SELECT encode(i.texts_sealed, 'escape') || i.scope
                                                    || encode(n.text_sealed, 'escape')
                                                    || encode(n.delay_reason_sealed, 'escape')
                                                FROM incidents i JOIN incident_notices n ON n.incident_id = i.id
                                                """)
                                        .mapTo(String.class)
                                        .one());
    }

    @Test
    void change_whoseEntryCannotBeWritten_isNotMade() {
        UUID id = open(BreachRisk.LIKELY);
        audit.failing = true;
        assertThatThrownBy(() -> incidents.tell(actor, id, Duty.PEOPLE, now, TEXT, null))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> judge(id, BreachRisk.HIGH)).isInstanceOf(RuntimeException.class);
        assertThat(seen(id).notices()).isEmpty();
        assertThat(seen(id).report().risk()).isEqualTo(BreachRisk.LIKELY);
    }

    @Test
    void report_thatWillNotDo_isRefusedByField() {
        assertField(() -> incidents.open(actor, report("t".repeat(201))), "title");
        assertField(
                () ->
                        incidents.open(
                                actor, Reports.of(BreachRisk.HIGH).with(IncidentText.TITLE, "")),
                "title");
        assertField(
                () -> incidents.open(actor, Reports.of(Reports.span(now, now), BreachRisk.UNKNOWN)),
                "to");
        UUID id = open(BreachRisk.UNKNOWN);
        assertField(
                () -> incidents.tell(actor, id, Duty.PEOPLE, now.plusSeconds(1), TEXT, null), "at");
        assertField(
                () -> incidents.tell(actor, id, Duty.PEOPLE, now.minusSeconds(1), TEXT, null),
                "at");
        now = Reports.AWARE.minusSeconds(1);
        assertField(() -> incidents.open(actor, report("t")), "aware_at");
    }

    private static IncidentReport report(String title) {
        return Reports.of(BreachRisk.UNKNOWN).with(IncidentText.TITLE, title);
    }

    @Test
    void incident_ofAnotherTenant_isNotThere() {
        UUID id = open(BreachRisk.LIKELY);
        TenantId other = database.newTenant("Klette");
        assertThat(incidents.find(other, id)).isEmpty();
        assertThatThrownBy(() -> incidents.contain(Actor.operator(other), id))
                .hasMessageContaining("no such incident");
        assertThatThrownBy(() -> incidents.people(actor, Ids.next(), PageRequest.first()))
                .hasMessageContaining("no such incident");
    }

    private static void assertConflict(Runnable call, String said) {
        FaultException refused = catchThrowableOfType(FaultException.class, call::run);
        assertThat(refused.fault().code()).isEqualTo(FaultCode.CONFLICT);
        assertThat(refused.fault().message()).contains(said);
    }

    private static void assertField(Runnable call, String field) {
        FaultException refused = catchThrowableOfType(FaultException.class, call::run);
        assertThat(refused.fault().code()).isEqualTo(FaultCode.INVALID_VALUE);
        assertThat(refused.fault().field()).contains(field);
    }
}
