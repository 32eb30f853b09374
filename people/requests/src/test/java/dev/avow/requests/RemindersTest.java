package dev.avow.requests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.mail.Mail;
import dev.avow.mail.MailAddress;
import dev.avow.prove.Actor;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.NotedAudit;
import dev.avow.testing.TestDatabase;
import dev.avow.words.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** P6: whoever answers for a request is reminded of its limits, once each. */
final class RemindersTest {

    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final String CONTACT = "mina.distel@example.org";
    private static final UUID ADA = UUID.fromString("01890000-0000-7000-8000-00000000ada0");

    private final TestDatabase database = TestDatabase.fresh();
    private final NotedAudit audit = new NotedAudit();
    private final Actor actor = Actor.operator(TENANT);
    private Instant now = Instant.parse("2026-01-31T08:00:00Z");
    private final PrivacyRequests requests =
            new PrivacyRequests(database.tenancy(), database.keyring(), audit, () -> now);
    private final MailRoom room = new MailRoom(database, audit, () -> now);
    private List<Officers.Officer> officers =
            List.of(
                    new Officers.Officer(
                            null, MailAddress.parse("officer@example.org").orElseThrow()));

    @AfterEach
    void close() {
        database.close();
    }

    private UUID receive(RequestKind kind, Law law) {
        return requests.receive(
                        actor,
                        new RequestDraft(
                                kind, law, CONTACT, "customer-4711", "their own words", null))
                .request()
                .id();
    }

    /** As each start and each round does it: nothing is remembered but in the database. */
    private int remind() {
        int put =
                new Reminders(
                                database.tenancy(),
                                room.outbox,
                                _ -> officers,
                                List.of(1, 3, 10),
                                "https://avow.example",
                                audit,
                                () -> now)
                        .run(TENANT);
        room.send();
        return put;
    }

    private List<String> subjects() {
        return room.mailer.mails().stream().map(mail -> mail.text().plaintextSubject()).toList();
    }

    @Test
    void run_asTheLimitDrawsNear_remindsOnceAtEachStepAndOnceWhenLate() {
        UUID id = receive(RequestKind.ACCESS, Law.GDPR);
        Instant due = Instant.parse("2026-02-28T08:00:00Z");
        now = due.minus(Duration.ofDays(10)).minusSeconds(1);
        assertThat(remind()).isZero();
        for (Instant each :
                List.of(
                        due.minus(Duration.ofDays(10)),
                        due.minus(Duration.ofDays(3)),
                        due.minus(Duration.ofDays(1)),
                        due.plusSeconds(1))) {
            now = each;
            assertThat(remind()).isEqualTo(1);
            assertThat(remind()).isZero();
        }
        now = due.plus(Duration.ofDays(400));
        assertThat(remind()).isZero();

        assertThat(subjects())
                .containsExactly(
                        "Privacy request: answer is due on 2026-02-28 (GDPR)",
                        "Privacy request: answer is due on 2026-02-28 (GDPR)",
                        "Privacy request: answer is due on 2026-02-28 (GDPR)",
                        "Privacy request: answer was due on 2026-02-28 (GDPR)");
        assertThat(room.mailer.mails().getFirst().text().plaintextBody())
                .contains("https://avow.example/privacy-requests/" + id);
        assertThat(audit.entries)
                .extracting(AuditEntry::action)
                .filteredOn("privacy_reminder_mailed"::equals)
                .hasSize(4);
    }

    @Test
    void run_anyReminder_saysNothingOfWhoAskedAndWhat() {
        receive(RequestKind.ACCESS, Law.CCPA);
        now = now.plus(Duration.ofDays(60));
        remind();

        assertThat(room.mailer.mails()).hasSize(2);
        for (Mail mail : room.mailer.mails()) {
            assertThat(mail.text().plaintextSubject() + mail.text().plaintextBody())
                    .doesNotContain("mina", "distel", "4711", "words", "access");
            assertThat(mail.text().attachments()).isEmpty();
        }
    }

    @Test
    void run_afterAStandstill_tellsTheNearestAlone() {
        receive(RequestKind.ACCESS, Law.GDPR);
        now = Instant.parse("2026-02-27T20:00:00Z");

        assertThat(remind()).isEqualTo(1);
        assertThat(remind()).isZero();
    }

    @Test
    void run_acknowledgementUnderCcpa_isRemindedOfUntilItIsNoted() {
        UUID id = receive(RequestKind.ACCESS, Law.CCPA);
        Instant by =
                Objects.requireNonNull(
                        requests.find(TENANT, id).orElseThrow().request().acknowledgeBy());
        now = by.minus(Duration.ofDays(1));
        assertThat(remind()).isEqualTo(1);
        assertThat(subjects().getLast()).startsWith("Privacy request: confirmation is due on ");
        requests.acknowledge(actor, id);
        now = by.plusSeconds(1);

        assertThat(remind()).isZero();
    }

    @Test
    void run_aLimitThatWasExtended_countsAnew() {
        UUID id = receive(RequestKind.ACCESS, Law.GDPR);
        now = Instant.parse("2026-02-27T20:00:00Z");
        assertThat(remind()).isEqualTo(1);
        requests.extend(actor, id, "more time");
        assertThat(remind()).isZero();
        now = Instant.parse("2026-04-30T07:00:00Z");

        assertThat(remind()).isEqualTo(1);
    }

    @Test
    void run_aRequestThatIsDone_isNotRemindedOf() {
        UUID id = receive(RequestKind.ACCESS, Law.GDPR);
        requests.refuse(actor, id, "a reason");
        requests.complete(actor, id);
        now = now.plus(Duration.ofDays(90));

        assertThat(remind()).isZero();
    }

    @Test
    void run_severalAdministrators_areRemindedEach() {
        receive(RequestKind.ACCESS, Law.GDPR);
        officers =
                List.of(
                        new Officers.Officer(
                                ADA, MailAddress.parse("ada@example.org").orElseThrow()),
                        new Officers.Officer(
                                UUID.fromString("01890000-0000-7000-8000-0000000000b0"),
                                MailAddress.parse("bo@example.org").orElseThrow()));
        now = Instant.parse("2026-02-27T20:00:00Z");

        assertThat(remind()).isEqualTo(2);
        assertThat(room.mailer.mails())
                .extracting(mail -> mail.to().plaintext())
                .containsExactlyInAnyOrder("ada@example.org", "bo@example.org");
        assertThat(remind()).isZero();
    }
}
