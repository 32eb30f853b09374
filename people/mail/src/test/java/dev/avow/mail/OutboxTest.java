package dev.avow.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.avow.prove.AuditEntry;
import dev.avow.prove.NotedAudit;
import dev.avow.testing.TestDatabase;
import dev.avow.words.FaultException;
import dev.avow.words.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** O2, P6: what is to be mailed is, once it is committed, until it is sent or given up. */
final class OutboxTest {

    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final UUID REQUEST = UUID.fromString("01890000-0000-7000-8000-00000000abcd");
    private static final MailAddress MINA =
            MailAddress.parse("mina.distel@example.org").orElseThrow();
    private static final String TEXT = "the fictitious text of spring";

    private final TestDatabase database = TestDatabase.fresh();
    private final NotedAudit audit = new NotedAudit();
    private final KeptMail mailer = new KeptMail();
    private Instant now = Instant.parse("2026-11-23T08:00:00Z");
    private final Outbox outbox =
            new Outbox(
                    database.tenancy(),
                    database.keyring(),
                    Duration.ofDays(3),
                    3,
                    () -> {},
                    () -> now);

    @AfterEach
    void close() {
        database.close();
    }

    private OutboxRun run(Mailer by) {
        return KeptMail.run(by, database, audit, () -> now);
    }

    private static MailDraft draft(String occasion, MailKind kind, @Nullable Instant uselessFrom) {
        return new MailDraft(
                occasion,
                kind,
                "acknowledgement",
                "privacy_request",
                REQUEST,
                null,
                MINA,
                new MailText("A subject", TEXT, List.of()),
                uselessFrom);
    }

    private boolean put(MailDraft draft) {
        return database.tenancy().within(TENANT, handle -> outbox.put(handle, TENANT, draft));
    }

    private MailStatus only() {
        return outbox.about(TENANT, "privacy_request", REQUEST).getFirst();
    }

    private boolean sendNow() {
        return run(mailer).run(TENANT, () -> true);
    }

    @Test
    void run_whatWaits_isSentOnceAndForgotten() {
        put(draft("a", MailKind.LETTER, null));

        assertThat(sendNow()).isTrue();
        assertThat(sendNow()).isTrue();

        assertThat(mailer.mails()).hasSize(1);
        Mail mail = mailer.mails().getFirst();
        assertThat(mail.to().plaintext()).isEqualTo(MINA.plaintext());
        assertThat(mail.text().plaintextBody()).isEqualTo(TEXT);
        assertThat(mail.at()).isEqualTo(now);
        assertThat(only().state()).isEqualTo(MailStatus.State.SENT);
        assertThat(audit.entries).extracting(AuditEntry::action).containsExactly("mail_sent");
        assertThat(String.valueOf(audit.entries)).doesNotContain("mina", TEXT);
        assertThat(sealed()).isEmpty();
    }

    /** What is stored of the only mail; empty once it has ended. */
    private List<byte[]> sealed() {
        return database.tenancy()
                .within(
                        TENANT,
                        handle ->
                                handle.createQuery(
                                                "SELECT message_sealed FROM mail_outbox WHERE"
                                                        + " message_sealed IS NOT NULL")
                                        .mapTo(byte[].class)
                                        .list());
    }

    @Test
    void put_aMail_isSealed() {
        put(draft("a", MailKind.LETTER, null));

        assertThat(sealed()).hasSize(1);
        assertThat(new String(sealed().getFirst(), StandardCharsets.ISO_8859_1))
                .doesNotContain("mina", "subject", TEXT);
    }

    @Test
    void put_inATransactionThatFails_isNotSent() {
        assertThatThrownBy(() ->
                        database.tenancy()
                                .within(
                                        TENANT,
                                        handle -> {
                                            outbox.put(
                                                    handle,
                                                    TENANT,
                                                    draft("a", MailKind.LETTER, null));
                                            throw new IllegalStateException("the cause failed");
                                        }))
                .isInstanceOf(IllegalStateException.class);

        sendNow();
        assertThat(mailer.mails()).isEmpty();
    }

    @Test
    void put_theSameOccasion_isMailedOnceAlsoAfterItWasSent() {
        assertThat(put(draft("a", MailKind.REMINDER, null))).isTrue();
        assertThat(put(draft("a", MailKind.REMINDER, null))).isFalse();
        sendNow();
        assertThat(put(draft("a", MailKind.REMINDER, null))).isFalse();
        sendNow();

        assertThat(mailer.mails()).hasSize(1);
    }

    @Test
    void put_aNewerCode_takesThePlaceOfTheOneThatWaits() {
        put(draft("a", MailKind.VERIFICATION_CODE, null));
        put(draft("b", MailKind.VERIFICATION_CODE, null));

        sendNow();

        assertThat(mailer.mails()).hasSize(1);
        assertThat(outbox.about(TENANT, "privacy_request", REQUEST))
                .extracting(MailStatus::state)
                .containsExactlyInAnyOrder(MailStatus.State.SENT, MailStatus.State.GIVEN_UP);
    }

    @Test
    void put_moreThanMayWait_isRefused() {
        put(draft("a", MailKind.LETTER, null));
        put(draft("b", MailKind.LETTER, null));
        put(draft("c", MailKind.LETTER, null));

        assertThatThrownBy(() -> put(draft("d", MailKind.LETTER, null)))
                .isInstanceOf(FaultException.class)
                .hasMessageNotContaining("mina");
    }

    @Test
    void run_refusedForGood_isGivenUpAtOnceAndAudited() {
        mailer.answer(new Delivery.Refused("550 5.1.1"));
        put(draft("a", MailKind.LETTER, null));

        assertThat(sendNow()).isTrue();

        assertThat(only().state()).isEqualTo(MailStatus.State.GIVEN_UP);
        assertThat(only().reply()).isEqualTo("550 5.1.1");
        assertThat(audit.entries).extracting(AuditEntry::action).containsExactly("mail_given_up");
        assertThat(sealed()).isEmpty();
    }

    @Test
    void run_putOff_isTriedAgainLaterAndLaterUntilItIsGivenUp() {
        mailer.answer(new Delivery.Deferred("451 4.3.0", false));
        put(draft("a", MailKind.LETTER, null));
        Instant begin = now;
        List<Long> pauses = new ArrayList<>();
        while (only().state() == MailStatus.State.WAITING && pauses.size() < 200) {
            Instant before = now;
            now = only().nextAt();
            pauses.add(Duration.between(before, now).toMinutes());
            sendNow();
        }

        assertThat(pauses.subList(0, 9)).containsExactly(0L, 1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
        assertThat(now).isEqualTo(begin.plus(Duration.ofDays(3)));
        assertThat(only().state()).isEqualTo(MailStatus.State.GIVEN_UP);
        assertThat(only().reply()).isEqualTo("451 4.3.0");
        assertThat(audit.entries).extracting(AuditEntry::action).containsExactly("mail_given_up");
    }

    @Test
    void run_putOffAndThenTaken_isSent() {
        mailer.answer(new Delivery.Deferred("421 4.3.2", true));
        put(draft("a", MailKind.LETTER, null));
        put(draft("b", MailKind.LETTER, null));

        assertThat(sendNow()).isFalse();
        mailer.answer(new Delivery.Accepted("250"));
        sendNow();
        assertThat(mailer.mails()).hasSize(1);
        now = now.plusSeconds(60);
        sendNow();
        assertThat(mailer.mails()).hasSize(2);
    }

    @Test
    void run_past_whenItIsOfNoUse_isNotSent() {
        put(draft("a", MailKind.VERIFICATION_CODE, now.plusSeconds(60)));
        now = now.plusSeconds(60);

        sendNow();

        assertThat(mailer.mails()).isEmpty();
        assertThat(only().state()).isEqualTo(MailStatus.State.GIVEN_UP);
        assertThat(only().reply()).isEqualTo("not in time");
    }

    @Test
    void run_aProcessThatDied_isDoneAgainWithTheSameMessageId() {
        put(draft("a", MailKind.LETTER, null));
        List<UUID> tried = new ArrayList<>();
        assertThatThrownBy(() ->
                        run(
                                        mail -> {
                                            tried.add(mail.id());
                                            throw new IllegalStateException("died");
                                        })
                                .run(TENANT, () -> true))
                .isInstanceOf(IllegalStateException.class);

        sendNow();
        assertThat(mailer.mails()).isEmpty();
        now = now.plus(Duration.ofMinutes(4));
        sendNow();

        assertThat(mailer.mails()).extracting(Mail::id).isEqualTo(tried);
    }

    @Test
    void run_onSeveralNodesAtOnce_sendsOnce() throws InterruptedException {
        put(draft("a", MailKind.LETTER, null));
        put(draft("b", MailKind.LETTER, null));
        put(draft("c", MailKind.LETTER, null));
        CountDownLatch ready = new CountDownLatch(1);
        List<Thread> nodes = new ArrayList<>();
        for (int node = 0; node < 4; node++) {
            OutboxRun run = run(mailer);
            nodes.add(
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    ready.await();
                                } catch (InterruptedException stop) {
                                    Thread.currentThread().interrupt();
                                }
                                boolean _ = run.run(TENANT, () -> true);
                            }));
        }
        ready.countDown();
        for (Thread node : nodes) {
            node.join();
        }

        assertThat(mailer.mails()).extracting(Mail::id).hasSize(3).doesNotHaveDuplicates();
    }

    /** Once a mail without a server to take it kept its address and text for ever. */
    @Test
    void r1_whatIsLateWhereNoServerIsSet_isGivenUpAndForgotten() {
        OutboxEnds ends = new OutboxEnds(database.tenancy(), audit, () -> now);
        put(draft("a", MailKind.LETTER, null));
        now = now.plus(Duration.ofDays(3)).minusSeconds(1);
        ends.run(TENANT, () -> true);
        assertThat(sealed()).hasSize(1);

        now = now.plusSeconds(1);
        ends.run(TENANT, () -> true);

        assertThat(sealed()).isEmpty();
        assertThat(only().state()).isEqualTo(MailStatus.State.GIVEN_UP);
        assertThat(audit.entries).extracting(AuditEntry::action).containsExactly("mail_given_up");
    }

    @Test
    void r1_whatIsLateWhileItIsTried_isLeftToWhoTriesIt() {
        put(draft("a", MailKind.LETTER, now.plusSeconds(60)));
        OutboxEnds ends = new OutboxEnds(database.tenancy(), audit, () -> now);

        boolean _ =
                run(
                                mail -> {
                                    now = now.plusSeconds(90);
                                    ends.run(TENANT, () -> true);
                                    return mailer.send(mail);
                                })
                        .run(TENANT, () -> true);

        assertThat(only().state()).isEqualTo(MailStatus.State.SENT);
    }

    @Test
    void run_whatDoesNotOpen_isGivenUp() {
        put(draft("a", MailKind.LETTER, null));
        int torn =
                database.tenancy()
                        .within(
                                TENANT,
                                handle ->
                                        handle.execute(
                                                "UPDATE mail_outbox SET message_sealed = 'torn'"));
        assertThat(torn).isEqualTo(1);

        sendNow();

        assertThat(mailer.mails()).isEmpty();
        assertThat(only().state()).isEqualTo(MailStatus.State.GIVEN_UP);
    }
}
