package dev.avow.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.avow.mail.KeptMail;
import dev.avow.mail.Outbox;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.NotedAudit;
import dev.avow.requests.Law;
import dev.avow.requests.PrivacyRequest;
import dev.avow.requests.PrivacyRequests;
import dev.avow.requests.RequestKind;
import dev.avow.requests.RequestState;
import dev.avow.requests.SeenRequest;
import dev.avow.testing.TestDatabase;
import dev.avow.trust.Words;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** P6: who is no user asks by the form. */
final class IntakeTest {

    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final Pattern CODE = Pattern.compile("(?m)^([0-9A-Z]{10})$");
    private static final String NETWORK = "192.0.2.0";
    private static final Words ENGLISH = IntakePages.LANGUAGES.getFirst();

    private final TestDatabase database = TestDatabase.fresh();
    private final NotedAudit audit = new NotedAudit();
    private Instant now = Instant.parse("2026-01-31T08:00:00Z");
    private final KeptMail mailer = new KeptMail();
    private final Outbox outbox =
            new Outbox(
                    database.tenancy(),
                    database.keyring(),
                    Duration.ofDays(3),
                    1000,
                    () -> {},
                    () -> now);
    private final PrivacyRequests requests =
            new PrivacyRequests(database.tenancy(), database.keyring(), audit, () -> now);
    private final Intake intake =
            new Intake(
                    database.tenancy(),
                    database.keyring(),
                    audit,
                    requests,
                    new IntakeMail(outbox, "Distel GmbH", "https://avow.example"),
                    new IntakeRules(Duration.ofDays(7), 5, 8, 3),
                    () -> now);

    @AfterEach
    void close() {
        database.close();
    }

    private static IntakeForm form(String email) {
        return new IntakeForm(
                RequestKind.ERASURE, Law.GDPR, email, "I wrote to your bot.", ENGLISH);
    }

    private UUID sent(String email) {
        return ((Taken.Waits) intake.take(NETWORK, form(email))).id();
    }

    private void mail() {
        boolean _ = mailer.from(database, audit, () -> now).run(TENANT, () -> true);
    }

    private String mailed() {
        mail();
        Matcher code = CODE.matcher(mailer.mails().getLast().text().plaintextBody());
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    private List<SeenRequest> entered() {
        return requests.page(TENANT, null, null, PageRequest.first()).items();
    }

    private List<String> actions() {
        return audit.entries.stream().map(AuditEntry::action).toList();
    }

    private long rows() {
        return database.tenancy()
                .within(
                        TENANT,
                        handle ->
                                handle.createQuery("SELECT count(*) FROM privacy_intakes")
                                        .mapTo(Long.class)
                                        .one());
    }

    @Test
    void form_withItsCode_isARequestReceivedWhenItWasSent() {
        UUID id = sent("mina@example.org");
        assertThat(entered()).isEmpty();
        String code = mailed();
        assertThat(mailer.mails().getFirst().text().plaintextBody())
                .contains("Distel GmbH", "https://avow.example/privacy/" + id);

        now = now.plus(Duration.ofHours(20));
        Taken.Entered entered =
                intake.verify(NETWORK, id, " " + code.toLowerCase(Locale.ROOT)).orElseThrow();

        SeenRequest seen = entered().getFirst();
        assertThat(seen.request().id()).isEqualTo(id);
        assertThat(seen.request().receivedAt()).isEqualTo("2026-01-31T08:00:00Z");
        assertThat(seen.request().dueAt()).isEqualTo("2026-02-28T08:00:00Z");
        assertThat(seen.request().state()).isEqualTo(RequestState.VERIFIED);
        assertThat(seen.request().verifiedBy()).isEqualTo("email_code");
        assertThat(seen.plaintextContact()).isEqualTo("mina@example.org");
        assertThat(seen.plaintextDetails()).isEqualTo("I wrote to your bot.");
        assertThat(rows()).isZero();
        assertThat(actions())
                .containsSubsequence(
                        "privacy_form_sent",
                        "privacy_request_received",
                        "privacy_request_verified");
        assertThat(audit.entries.toString()).doesNotContain("mina", "bot");
        assertThat(intake.status(NETWORK, id, entered.plaintextToken()))
                .map(PrivacyRequest::state)
                .contains(RequestState.VERIFIED);
        assertThat(intake.status(NETWORK, id, code)).isEmpty();
        assertThat(intake.verify(NETWORK, id, code)).isEmpty();
    }

    @Test
    void code_triedTooOften_countsNoMoreUntilAnotherIsMailed() {
        UUID id = sent("mina@example.org");
        String code = mailed();
        for (int tries = 0; tries < 5; tries++) {
            assertThat(intake.verify(NETWORK, id, "0000000000")).isEmpty();
        }
        assertThat(intake.verify(NETWORK, id, code)).isEmpty();

        intake.again(NETWORK, id, ENGLISH);
        assertThat(intake.verify(NETWORK, id, mailed())).isPresent();
        assertThat(actions()).contains("privacy_form_code_refused", "privacy_form_code_mailed");
    }

    /** Whose address it is must not be told by whether more is mailed. */
    @Test
    void address_thatHadItsCodes_getsNoMoreThatDayAndNobodyIsTold() {
        UUID first = sent("mina@example.org");
        intake.again(NETWORK, first, ENGLISH);
        sent("Mina@example.org");
        sent("mina@example.org");
        intake.again(NETWORK, first, ENGLISH);
        mail();
        // A newer code of the same form takes the older's place.
        assertThat(mailer.mails()).hasSize(2);

        now = now.plus(Duration.ofDays(1));
        intake.again(NETWORK, first, ENGLISH);
        mail();
        assertThat(mailer.mails()).hasSize(3);
        intake.again(NETWORK, UUID.randomUUID(), ENGLISH);
        assertThat(intake.verify(NETWORK, UUID.randomUUID(), "0000000000")).isEmpty();
    }

    @Test
    void forms_tooMany_areRefusedByNetworkAndInAll() {
        for (int sent = 0; sent < 5; sent++) {
            sent("a" + sent + "@example.org");
        }
        assertThat(refused(NETWORK)).isEqualTo(FaultCode.RATE_LIMIT_EXCEEDED);
        for (int sent = 0; sent < 3; sent++) {
            var _ = intake.take("198.51.100.0", form("b" + sent + "@example.org"));
        }
        assertThat(refused("203.0.113.0")).isEqualTo(FaultCode.RATE_LIMIT_EXCEEDED);
        now = now.plus(Duration.ofHours(1));
        assertThat(intake.take(NETWORK, form("c@example.org"))).isInstanceOf(Taken.Waits.class);
    }

    private FaultCode refused(String network) {
        return catchThrowableOfType(
                        FaultException.class, () -> intake.take(network, form("late@example.org")))
                .fault()
                .code();
    }

    @Test
    void form_thatNobodyVerified_opensNoMoreAndIsErased() {
        UUID id = sent("mina@example.org");
        String code = mailed();
        now = now.plus(Duration.ofDays(7));
        assertThat(intake.verify(NETWORK, id, code)).isEmpty();

        new IntakeSweep(database.tenancy(), audit, () -> now).run(TENANT, () -> true);

        assertThat(rows()).isZero();
        assertThat(actions()).contains("privacy_forms_expired");
    }

    /** 11 CCR 7060(b): whoever opts out need not prove who they are. */
    @Test
    void optOut_inCalifornia_isARequestAtOnce() {
        Taken taken =
                intake.take(
                        NETWORK,
                        new IntakeForm(
                                RequestKind.OPT_OUT, Law.CCPA, "cy@example.org", "", ENGLISH));

        assertThat(taken).isInstanceOf(Taken.Entered.class);
        assertThat(entered().getFirst().request().state()).isEqualTo(RequestState.RECEIVED);
        assertThat(rows()).isZero();
        mail();
        assertThat(mailer.mails()).isEmpty();
    }

    @Test
    void form_thatWillNotDo_isRefusedByField() {
        assertThat(field(form("nobody"))).isEqualTo("email");
        assertThat(field(form("a@example.org, b@example.org"))).isEqualTo("email");
        assertThat(
                        field(
                                new IntakeForm(
                                        RequestKind.ACCESS,
                                        Law.GDPR,
                                        "a@example.org",
                                        "x".repeat(1_501),
                                        ENGLISH)))
                .isEqualTo("details");
        assertThat(rows()).isZero();
    }

    private String field(IntakeForm form) {
        return String.valueOf(
                catchThrowableOfType(FaultException.class, () -> intake.take(NETWORK, form))
                        .fault()
                        .fieldOrNull());
    }

    @Test
    void words_bothLanguages_haveTheSameOnes() {
        assertThat(IntakePages.LANGUAGES.getLast().ids()).isEqualTo(ENGLISH.ids());
    }

    @Test
    void pages_everyLanguage_escapeWhatWasSent() {
        Filled filled = new Filled("access", "gdpr", "\"><script>", "</textarea><b>", "email");
        for (Words each : IntakePages.LANGUAGES) {
            String html =
                    new IntakePages(each, "D", "c", new IntakeRules(Duration.ofDays(7), 5, 8, 3))
                            .form(filled);
            assertThat(html)
                    .contains("&lt;script&gt;", "&lt;/textarea&gt;", "aria-invalid")
                    .doesNotContain("<script", "</textarea><b>");
        }
    }
}
