package dev.avow.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.avow.mail.MailStatus;
import dev.avow.prove.Actor;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.NotedAudit;
import dev.avow.testing.TestDatabase;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** P6: the code goes to who asked, and nobody else sees it. */
final class CodeMailTest {

    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final Pattern CODE = Pattern.compile("(?m)^([0-9A-Z]{10})$");

    private final TestDatabase database = TestDatabase.fresh();
    private final NotedAudit audit = new NotedAudit();
    private final Actor actor = Actor.operator(TENANT);
    private Instant now = Instant.parse("2026-01-31T08:00:00Z");
    private final MailRoom room = new MailRoom(database, audit, () -> now);
    private final PrivacyRequests requests =
            new PrivacyRequests(
                    database.tenancy(),
                    database.keyring(),
                    audit,
                    () -> now,
                    new CodeMail(room.outbox, "Distel GmbH", null));

    @AfterEach
    void close() {
        database.close();
    }

    private UUID receive(String contact) {
        return requests.receive(
                        actor,
                        new RequestDraft(
                                RequestKind.ACCESS, Law.GDPR, contact, null, "details", null))
                .request()
                .id();
    }

    private String mailed() {
        Matcher code = CODE.matcher(room.mailer.mails().getLast().text().plaintextBody());
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    @Test
    void sendCode_whereMailIsSetUp_isMailedToTheContactAlone() {
        UUID id = receive("mina@example.org");

        VerificationCode code = requests.sendCode(actor, id);
        room.send();

        assertThat(code.plaintextCode()).isNull();
        assertThat(room.mailer.mails()).hasSize(1);
        assertThat(room.mailer.mails().getFirst().to().plaintext()).isEqualTo("mina@example.org");
        assertThat(room.mailer.mails().getFirst().text().plaintextBody())
                .contains("Distel GmbH", id.toString(), "2026-02-01 08:00 UTC");
        assertThat(audit.entries)
                .extracting(AuditEntry::action)
                .contains("privacy_request_code_mailed", "mail_sent");
        assertThat(requests.verifyByCode(actor, id, mailed()).request().verifiedBy())
                .isEqualTo("email_code");
    }

    @Test
    void sendCode_twice_mailsTheNewerAloneAndItCounts() {
        UUID id = receive("mina@example.org");
        requests.sendCode(actor, id);
        requests.sendCode(actor, id);
        room.send();

        assertThat(room.mailer.mails()).hasSize(1);
        assertThat(requests.verifyByCode(actor, id, mailed()).request().state())
                .isEqualTo(RequestState.VERIFIED);
    }

    @Test
    void sendCode_thatNoLongerCounts_isNotMailed() {
        UUID id = receive("mina@example.org");
        requests.sendCode(actor, id);
        now = now.plus(VerificationCodes.LIFETIME);
        room.send();

        assertThat(room.mailer.mails()).isEmpty();
        assertThat(room.outbox.about(TENANT, "privacy_request", id))
                .extracting(MailStatus::state)
                .containsExactly(MailStatus.State.GIVEN_UP);
    }

    /** A request takes more as a contact than mail does. */
    @Test
    void sendCode_toAContactThatMailCannotReach_isRefusedAndChangesNothing() {
        UUID id = receive("mina,bo@example.org");

        FaultException refused =
                catchThrowableOfType(FaultException.class, () -> requests.sendCode(actor, id));

        assertThat(refused.fault().code()).isEqualTo(FaultCode.CONFLICT);
        assertThat(refused.fault().message()).doesNotContain("mina");
        assertThat(requests.find(TENANT, id).orElseThrow().request().codeExpiresAt()).isNull();
        assertThat(audit.entries)
                .extracting(AuditEntry::action)
                .containsExactly("privacy_request_received");
    }
}
