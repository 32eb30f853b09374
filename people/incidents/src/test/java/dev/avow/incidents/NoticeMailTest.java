package dev.avow.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.avow.mail.Delivery;
import dev.avow.mail.KeptMail;
import dev.avow.mail.Mail;
import dev.avow.mail.MailAddress;
import dev.avow.mail.MailStatus;
import dev.avow.mail.Outbox;
import dev.avow.mail.OutboxRun;
import dev.avow.prove.Actor;
import dev.avow.prove.NotedAudit;
import dev.avow.retain.Profile;
import dev.avow.retain.Schedule;
import dev.avow.testing.TestDatabase;
import dev.avow.words.DataClass;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** T5: a notice is mailed once to each, and its record says to whom and what became of it. */
class NoticeMailTest {

    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final int ROOM = 6;
    private static final String TEXT = "Your data may have been seen by others.";

    private final TestDatabase database = TestDatabase.fresh();
    private final Uses uses = new Uses(database);
    private final NotedAudit audit = new NotedAudit();
    private final Actor actor = Actor.operator(TENANT);
    private final Set<UUID> gone = new HashSet<>();
    private final KeptMail mailer = new KeptMail();
    private Instant now = Reports.AWARE.plusSeconds(60);
    private final Assessor assessor =
            new Assessor(
                    database.tenancy(),
                    Schedule.of(Profile.GOVERNANCE),
                    Optional.empty(),
                    () -> {},
                    () -> now);
    private final Incidents incidents =
            new Incidents(database.tenancy(), database.keyring(), audit, assessor, () -> now);
    private final Outbox outbox =
            new Outbox(
                    database.tenancy(),
                    database.keyring(),
                    Duration.ofDays(3),
                    ROOM,
                    () -> {},
                    () -> now);
    private final OutboxRun sending = mailer.from(database, audit, () -> now);

    @AfterEach
    void close() {
        database.close();
    }

    /** A new one each time, as after a restart: it remembers nothing. */
    private NoticeMail mail() {
        return new NoticeMail(
                database.tenancy(),
                database.keyring(),
                audit,
                incidents,
                assessor,
                outbox,
                (_, user) ->
                        gone.contains(user)
                                ? Optional.empty()
                                : MailAddress.parse("p" + user + "@example.org"),
                () -> now);
    }

    private UUID opened() {
        Scope everybody =
                Reports.span(Reports.AWARE.minus(Duration.ofDays(1)), null, DataClass.ACCOUNT);
        return incidents.open(actor, Reports.of(everybody, BreachRisk.HIGH)).id();
    }

    private List<UUID> people(int count) {
        List<UUID> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            people.add(uses.account(Reports.AWARE.minus(Duration.ofDays(2))));
        }
        return people;
    }

    private Incident send(UUID id, Duty duty, @Nullable String address) {
        return mail().send(actor, id, duty, "About your data", address, TEXT, null);
    }

    private void send() {
        boolean _ = sending.run(TENANT, () -> true);
    }

    private Fault refused(UUID id, Duty duty, @Nullable String address) {
        return catchThrowableOfType(FaultException.class, () -> send(id, duty, address)).fault();
    }

    private Notice notice(UUID incident) {
        return incidents.find(TENANT, incident).orElseThrow().notices().getFirst();
    }

    private Mailing mailing(UUID incident) {
        return Objects.requireNonNull(notice(incident).mailing());
    }

    private List<MailStatus> mails(UUID incident) {
        return mail().mails(actor, incident, notice(incident).id(), new PageRequest(200, null))
                .items();
    }

    private List<String> actions() {
        return audit.entries.stream().map(each -> each.action()).toList();
    }

    /** T1: whose accounts were written to is whom the incident concerns. */
    @Test
    void mails_lookedAt_isInTheAuditLog() {
        UUID id = opened();
        send(id, Duty.AUTHORITY, "authority@example.org");
        assertThat(actions()).doesNotContain("incident_people_viewed");
        assertThat(mails(id)).hasSize(1);

        assertThat(actions()).endsWith("incident_people_viewed");
    }

    @Test
    void send_toTheAuthority_isOneMailAndNoted() {
        UUID id = opened();

        Incident after = send(id, Duty.AUTHORITY, "breach@authority.example");
        send();

        assertThat(after.standing(Duty.AUTHORITY, now)).isEqualTo(Standing.TOLD);
        Mail sent = mailer.mails().getFirst();
        assertThat(mailer.mails()).hasSize(1);
        assertThat(sent.to().plaintext()).isEqualTo("breach@authority.example");
        assertThat(sent.text().plaintextBody()).isEqualTo(TEXT);
        assertThat(mailing(id).plaintextAddress()).isEqualTo("breach@authority.example");
        assertThat(mails(id))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.state()).isEqualTo(MailStatus.State.SENT);
                    assertThat(mail.userId()).isNull();
                });
        assertThat(actions()).containsSubsequence("incident_notice_mailed", "mail_sent");
        assertThat(audit.entries.toString()).doesNotContain("breach@", TEXT);
    }

    @Test
    void send_twice_isRefusedAndMailedOnce() {
        UUID id = opened();
        send(id, Duty.AUTHORITY, "breach@authority.example");

        assertThat(refused(id, Duty.AUTHORITY, "breach@authority.example").code())
                .isEqualTo(FaultCode.CONFLICT);
        send();

        assertThat(mailer.mails()).hasSize(1);
        assertThat(incidents.find(TENANT, id).orElseThrow().notices()).hasSize(1);
    }

    @Test
    void send_toPeople_goesOnAsThereIsRoomAndMailsEachOnce() {
        List<UUID> people = people(10);
        gone.add(people.get(4));
        UUID id = opened();

        send(id, Duty.PEOPLE, null);
        assertThat(refused(id, Duty.PEOPLE, null).code()).isEqualTo(FaultCode.CONFLICT);
        assertThat(mail().run(TENANT, () -> true)).isEqualTo(ROOM / 2);
        assertThat(mail().run(TENANT, () -> true)).as("there is no more room").isZero();
        assertThat(mailing(id).state()).isEqualTo(Mailing.State.UNDER_WAY);
        assertThat(mailing(id).written()).isEqualTo(ROOM / 2);
        for (int i = 0; i < 5; i++) {
            send();
            mail().run(TENANT, () -> true);
        }
        send();

        assertThat(mailing(id))
                .isEqualTo(new Mailing("About your data", null, Mailing.State.DONE, 10, 9));
        assertThat(mailer.mails()).hasSize(9);
        assertThat(mailer.mails().stream().map(each -> each.to().plaintext()).distinct())
                .hasSize(9);
        people.remove(4);
        assertThat(mails(id).stream().map(MailStatus::userId))
                .containsExactlyInAnyOrderElementsOf(people);
        assertThat(actions()).containsOnlyOnce("incident_notice_mailing_done");
    }

    /** Nobody was told by what the server did not take, so the clock runs on. */
    @Test
    void send_thatTheServerRefuses_tellsNobodyAndMayBeSentAgain() {
        UUID id = opened();
        mailer.answer(new Delivery.Refused("550 5.1.1"));
        send(id, Duty.AUTHORITY, "breach@authority.example");
        send();
        assertThat(mail().run(TENANT, () -> true)).isZero();

        Incident seen = incidents.find(TENANT, id).orElseThrow();
        assertThat(seen.standing(Duty.AUTHORITY, now)).isEqualTo(Standing.PENDING);
        assertThat(seen.standing(Duty.AUTHORITY, Reports.DUE.plusNanos(1_000)))
                .isEqualTo(Standing.OVERDUE);
        assertThat(actions()).containsOnlyOnce("incident_notice_not_delivered");

        mailer.answer(new Delivery.Accepted("250 2.0.0"));
        send(id, Duty.AUTHORITY, "breach@authority.example");
        send();
        mail().run(TENANT, () -> true);
        assertThat(mailer.mails()).hasSize(1);
        assertThat(incidents.find(TENANT, id).orElseThrow().standing(Duty.AUTHORITY, now))
                .isEqualTo(Standing.TOLD);
    }

    @Test
    void send_ofWhatCannotBeMailed_namesTheField() {
        UUID id = opened();
        UUID unknownSpan = incidents.open(actor, Reports.of(BreachRisk.HIGH)).id();

        assertThat(refused(id, Duty.AUTHORITY, null).fieldOrNull()).isEqualTo("mail.address");
        assertThat(refused(id, Duty.AUTHORITY, "a@b, c@d").fieldOrNull()).isEqualTo("mail.address");
        assertThat(refused(id, Duty.PEOPLE, "a@b.example").fieldOrNull()).isEqualTo("mail.address");
        assertThat(refused(unknownSpan, Duty.PEOPLE, null).fieldOrNull()).isEqualTo("from");
        Fault subject =
                catchThrowableOfType(
                                FaultException.class,
                                () ->
                                        mail().send(
                                                        actor,
                                                        id,
                                                        Duty.PEOPLE,
                                                        "a\nBcc: b@c.example",
                                                        null,
                                                        TEXT,
                                                        null))
                        .fault();
        assertThat(subject.fieldOrNull()).isEqualTo("mail.subject");
        assertThat(incidents.find(TENANT, id).orElseThrow().notices()).isEmpty();
    }
}
