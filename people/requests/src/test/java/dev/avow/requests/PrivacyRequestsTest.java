package dev.avow.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.avow.prove.Actor;
import dev.avow.prove.NotedAudit;
import dev.avow.testing.TestDatabase;
import dev.avow.words.FaultCode;
import dev.avow.words.FaultException;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** P6: requests are received, verified, decided and done; each change is audited. */
class PrivacyRequestsTest {

    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final String CONTACT = "mina.distel@example.org";
    private static final String SUBJECT = "customer-4711-distel";
    private static final String DETAILS = "the fictitious conversation of spring";
    private static final String REASON = "a fictitious reason";

    private final TestDatabase database = TestDatabase.fresh();
    private final NotedAudit audit = new NotedAudit();
    private final Actor actor = Actor.operator(TENANT);
    private Instant now = Instant.parse("2026-01-31T08:00:00Z");
    private final PrivacyRequests requests =
            new PrivacyRequests(database.tenancy(), database.keyring(), audit, () -> now);

    @AfterEach
    void close() {
        database.close();
    }

    private UUID receive(RequestKind kind, Law law) {
        return requests.receive(actor, new RequestDraft(kind, law, CONTACT, SUBJECT, DETAILS, null))
                .request()
                .id();
    }

    private static String plain(VerificationCode code) {
        return Objects.requireNonNull(code.plaintextCode());
    }

    private void take(UUID id, Step step) {
        switch (step) {
            case ACKNOWLEDGE -> requests.acknowledge(actor, id);
            case SEND_CODE -> requests.sendCode(actor, id);
            case VERIFY -> requests.verifyByToken(actor, id, "their own proof");
            case EXTEND -> requests.extend(actor, id, REASON);
            case APPROVE -> requests.approve(actor, id);
            case REFUSE -> requests.refuse(actor, id, REASON);
            case COMPLETE -> requests.complete(actor, id);
        }
    }

    @Test
    void step_everyStateAndStep_isTakenWhereTheTableSaysAndRefusedElsewhere() {
        Map<RequestState, List<Step>> ways = new EnumMap<>(RequestState.class);
        ways.put(RequestState.RECEIVED, List.of());
        ways.put(RequestState.VERIFIED, List.of(Step.VERIFY));
        ways.put(RequestState.APPROVED, List.of(Step.VERIFY, Step.APPROVE));
        ways.put(RequestState.REFUSED, List.of(Step.REFUSE));
        ways.put(RequestState.DONE, List.of(Step.VERIFY, Step.APPROVE, Step.COMPLETE));
        Map<RequestState, Set<Step>> table =
                Map.of(
                        RequestState.RECEIVED,
                        Set.of(
                                Step.ACKNOWLEDGE,
                                Step.SEND_CODE,
                                Step.VERIFY,
                                Step.EXTEND,
                                Step.REFUSE),
                        RequestState.VERIFIED,
                        Set.of(Step.ACKNOWLEDGE, Step.EXTEND, Step.APPROVE, Step.REFUSE),
                        RequestState.APPROVED,
                        Set.of(Step.ACKNOWLEDGE, Step.EXTEND, Step.COMPLETE),
                        RequestState.REFUSED,
                        Set.of(Step.ACKNOWLEDGE, Step.COMPLETE),
                        RequestState.DONE,
                        Set.of());
        for (RequestState state : RequestState.values()) {
            for (Step step : Step.values()) {
                UUID id = receive(RequestKind.ACCESS, Law.GDPR);
                ways.getOrDefault(state, List.of()).forEach(each -> take(id, each));
                SeenRequest before = requests.find(TENANT, id).orElseThrow();
                assertThat(before.request().state()).isEqualTo(state);
                assertThat(before.possible()).isEqualTo(table.get(state));
                if (before.possible().contains(step)) {
                    take(id, step);
                } else {
                    FaultException refused =
                            catchThrowableOfType(FaultException.class, () -> take(id, step));
                    assertThat(refused.fault().code()).isEqualTo(FaultCode.CONFLICT);
                    assertThat(refused.fault().message()).contains("possible now");
                    assertThat(requests.find(TENANT, id).orElseThrow().request())
                            .isEqualTo(before.request());
                }
            }
        }
    }

    @Test
    void approve_optOutUnderCcpa_needsNoVerification() {
        UUID id = receive(RequestKind.OPT_OUT, Law.CCPA);
        assertThat(requests.approve(actor, id).request().state()).isEqualTo(RequestState.APPROVED);
    }

    @Test
    void overdue_oneSecondBeforeAndAfter_isSeenAndFound() {
        UUID id = receive(RequestKind.ACCESS, Law.GDPR);
        Instant due = Instant.parse("2026-02-28T08:00:00Z");
        now = due.minusSeconds(1);
        assertThat(overdue(id)).isFalse();
        assertThat(list(null, true)).isEmpty();
        now = due.plusSeconds(1);
        assertThat(overdue(id)).isTrue();
        assertThat(list(null, true)).containsExactly(id);
        assertThat(list(RequestState.VERIFIED, true)).isEmpty();
        assertThatThrownBy(() -> requests.extend(actor, id, REASON))
                .hasMessageContaining("possible now");
        requests.refuse(actor, id, REASON);
        requests.complete(actor, id);
        assertThat(overdue(id)).isFalse();
        assertThat(list(null, false)).containsExactly(id);
    }

    @Test
    void extend_beforeTheLimit_movesItOnce() {
        UUID id = receive(RequestKind.ACCESS, Law.GDPR);
        now = Instant.parse("2026-02-28T07:59:59Z");
        SeenRequest seen = requests.extend(actor, id, REASON);
        assertThat(seen.request().dueAt()).isEqualTo(Instant.parse("2026-04-30T08:00:00Z"));
        assertThat(seen.plaintextExtensionReason()).isEqualTo(REASON);
        assertThatThrownBy(() -> requests.extend(actor, id, REASON))
                .isInstanceOf(FaultException.class);
    }

    @Test
    void acknowledge_tenBusinessDays_areOverOneSecondAfter() {
        now = Instant.parse("2026-01-09T20:00:00Z");
        UUID id = receive(RequestKind.ACCESS, Law.CCPA);
        now = Instant.parse("2026-01-23T20:00:00Z");
        assertThat(acknowledgementOverdue(id)).isFalse();
        now = now.plusSeconds(1);
        assertThat(acknowledgementOverdue(id)).isTrue();
        requests.acknowledge(actor, id);
        assertThat(acknowledgementOverdue(id)).isFalse();
    }

    @Test
    void verifyByCode_rightCodeInTime_verifies() {
        UUID id = receive(RequestKind.ERASURE, Law.GDPR);
        VerificationCode code = requests.sendCode(actor, id);
        now = now.plusSeconds(24 * 3600 - 1);
        String asWritten = " " + plain(code).toLowerCase(java.util.Locale.ROOT);
        assertThat(requests.verifyByCode(actor, id, asWritten).request().verifiedBy())
                .isEqualTo("email_code");
    }

    @Test
    void verifyByCode_afterADay_isRefused() {
        UUID id = receive(RequestKind.ERASURE, Law.GDPR);
        VerificationCode code = requests.sendCode(actor, id);
        now = now.plusSeconds(24 * 3600);
        assertCode(FaultCode.CONFLICT, id, plain(code));
    }

    @Test
    void verifyByCode_fiveWrongTries_countAndEndTheCode() {
        UUID id = receive(RequestKind.ERASURE, Law.GDPR);
        assertCode(FaultCode.CONFLICT, id, "0000000000");
        VerificationCode code = requests.sendCode(actor, id);
        for (int i = 0; i < 5; i++) {
            assertCode(FaultCode.INVALID_VALUE, id, "wrong");
        }
        assertCode(FaultCode.CONFLICT, id, plain(code));
        assertThat(audit.entries.getLast().action()).isEqualTo("privacy_request_code_refused");
        assertThat(audit.entries.getLast().after()).containsEntry("code_tries", 5);
        requests.verifyByCode(actor, id, plain(requests.sendCode(actor, id)));
    }

    @Test
    void verifyByCode_codeOfAnotherRequest_isWrong() {
        UUID one = receive(RequestKind.ERASURE, Law.GDPR);
        UUID other = receive(RequestKind.ERASURE, Law.GDPR);
        requests.sendCode(actor, other);
        assertCode(FaultCode.INVALID_VALUE, other, plain(requests.sendCode(actor, one)));
    }

    @Test
    void everything_written_holdsNoPlaintextInTheDatabaseOrTheAuditLog() {
        UUID id = receive(RequestKind.ACCESS, Law.GDPR);
        String code = plain(requests.sendCode(actor, id));
        requests.extend(actor, id, REASON);
        requests.verifyByCode(actor, id, code);
        requests.refuse(actor, id, REASON);
        SeenRequest seen = requests.find(TENANT, id).orElseThrow();
        assertThat(seen.plaintextContact()).isEqualTo(CONTACT);
        assertThat(seen.plaintextSubject()).isEqualTo(SUBJECT);
        assertThat(seen.plaintextDetails()).isEqualTo(DETAILS);
        assertThat(seen.plaintextRefusalReason()).isEqualTo(REASON);
        String row = stored();
        String log = audit.entries.stream().map(e -> e.before() + " " + e.after()).toList() + "";
        for (String plaintext : List.of(CONTACT, SUBJECT, DETAILS, REASON, code)) {
            assertThat(row).doesNotContain(plaintext);
            assertThat(log).doesNotContain(plaintext);
            assertThat(seen.toString()).doesNotContain(plaintext);
        }
    }

    /** Every column as text; bytes as the letters that they would be. */
    private String stored() {
        return database.tenancy()
                .within(
                        TENANT,
                        handle ->
                                handle.createQuery(
                                                """
                                                SELECT to_jsonb(r)::text || coalesce(encode(contact_sealed, 'escape'), '')
                                                    || coalesce(encode(subject_sealed, 'escape'), '')
                                                    || coalesce(encode(details_sealed, 'escape'), '')
                                                    || coalesce(encode(extension_reason_sealed, 'escape'), '')
                                                    || coalesce(encode(refusal_reason_sealed, 'escape'), '')
                                                FROM privacy_requests r
                                                """)
                                        .mapTo(String.class)
                                        .one());
    }

    @Test
    void complete_erasureThatWasApproved_forgetsWhoAsked() {
        UUID id = receive(RequestKind.ERASURE, Law.GDPR);
        take(id, Step.VERIFY);
        take(id, Step.APPROVE);
        SeenRequest seen = requests.complete(actor, id);
        assertThat(seen.plaintextContact()).isNull();
        assertThat(seen.plaintextSubject()).isNull();
        assertThat(seen.plaintextDetails()).isNull();
        assertThat(audit.entries).extracting(e -> e.action()).endsWith("privacy_request_done");
        assertThat(audit.entries.getLast().before()).containsEntry("state", "approved");
        assertThat(audit.entries.getLast().after()).containsEntry("state", "done");
    }

    @Test
    void receive_auditCannotBeWritten_entersNothing() {
        audit.failing = true;
        assertThatThrownBy(() -> receive(RequestKind.ACCESS, Law.GDPR))
                .isInstanceOf(Exception.class);
        assertThat(list(null, null)).isEmpty();
    }

    @Test
    void receive_inTheFuture_isRefused() {
        assertThatThrownBy(() ->
                        requests.receive(
                                actor,
                                new RequestDraft(
                                        RequestKind.ACCESS,
                                        Law.GDPR,
                                        CONTACT,
                                        null,
                                        "",
                                        now.plusSeconds(1))))
                .hasMessageContaining("received_at");
    }

    private void assertCode(FaultCode expected, UUID id, String code) {
        FaultException refused =
                catchThrowableOfType(
                        FaultException.class, () -> requests.verifyByCode(actor, id, code));
        assertThat(refused.fault().code()).isEqualTo(expected);
    }

    private boolean overdue(UUID id) {
        return requests.find(TENANT, id).orElseThrow().request().overdue(now);
    }

    private boolean acknowledgementOverdue(UUID id) {
        return requests.find(TENANT, id).orElseThrow().request().acknowledgementOverdue(now);
    }

    private List<UUID> list(@Nullable RequestState state, @Nullable Boolean overdue) {
        return requests.page(TENANT, state, overdue, PageRequest.first()).items().stream()
                .map(each -> each.request().id())
                .toList();
    }
}
