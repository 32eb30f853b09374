package dev.avow.budgets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.admit.Caller;
import dev.avow.admit.Grant;
import dev.avow.admit.KeyLimits;
import dev.avow.admit.Outcome;
import dev.avow.admit.Reservation;
import dev.avow.admit.Size;
import dev.avow.arrive.AnswerRoom;
import dev.avow.prove.Actor;
import dev.avow.prove.AuditLog;
import dev.avow.prove.StoredAuditLog;
import dev.avow.testing.TestDatabase;
import dev.avow.words.Destination;
import dev.avow.words.FaultCode;
import dev.avow.words.Itinerary;
import dev.avow.words.Route;
import dev.avow.words.TenantId;
import dev.avow.words.Usage;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TenantSpendingTest {

    private static final Instant NOW = Instant.parse("2026-05-20T12:00:00Z");
    private static final Actor OPERATOR = Actor.operator(TenantId.DEFAULT);
    private static final UUID KEY = UUID.fromString("00000000-0000-7000-8000-0000000000aa");
    private static final Destination UP =
            new Destination(TenantId.DEFAULT, new UUID(0, 1), "up", "up.example", "m");

    private final TestDatabase database = TestDatabase.fresh();
    private final InstantSource clock = InstantSource.fixed(NOW);
    private final AuditLog audit =
            new StoredAuditLog(database.tenancy(), database.keyring(), clock, true);
    private long seconds = 1_000;
    private final TenantSpending spending = process();

    @AfterEach
    void close() {
        database.close();
    }

    /** Another start of the program. */
    private TenantSpending process() {
        return new TenantSpending(
                database.tenancy(),
                new EstimateRule(2, 100),
                _ -> Optional.empty(),
                Counting.alone(database.tenancy(), clock),
                clock,
                () -> seconds * 1_000_000_000);
    }

    private static Caller caller(@Nullable Integer requests, @Nullable Integer tokens) {
        return new Caller(
                TenantId.DEFAULT,
                KEY,
                null,
                Set.of(),
                List.of(),
                new KeyLimits(List.of(), null, requests, tokens));
    }

    private static Size size(int bytes, @Nullable Long most) {
        return new Size(Route.CHAT_COMPLETIONS, bytes, new AnswerRoom(most, 1));
    }

    private static Reservation granted(Grant grant) {
        return switch (grant) {
            case Grant.Granted granted -> granted.reservation();
            case Grant.Refused refused ->
                    throw new AssertionError(refused.refusal().fault().message());
            case Grant.Undecided _ -> throw new AssertionError("it was not decided");
        };
    }

    private static FaultCode refused(Grant grant) {
        return switch (grant) {
            case Grant.Granted _ -> throw new AssertionError("it was granted");
            case Grant.Refused refused -> refused.refusal().fault().code();
            case Grant.Undecided _ -> throw new AssertionError("it was not decided");
        };
    }

    private Grant reserve(Size size) {
        return reserve(caller(null, null), size);
    }

    private Grant reserve(Caller caller, Size size) {
        return spending.of(TenantId.DEFAULT).reserve(caller, Itinerary.to(UP), size, NOW);
    }

    private void budget(@Nullable String usd, @Nullable Long tokens) {
        new BudgetStore(database.tenancy(), audit, spending, clock)
                .create(
                        OPERATOR,
                        new BudgetDraft(
                                Subject.Level.TENANT,
                                null,
                                Period.MONTH,
                                usd == null ? null : new BigDecimal(usd),
                                tokens));
    }

    private void price() {
        new PriceStore(database.tenancy(), audit, spending, clock)
                .create(
                        OPERATOR,
                        new PriceDraft(
                                "up",
                                "*",
                                null,
                                BigDecimal.ONE,
                                new BigDecimal("0.1"),
                                null,
                                BigDecimal.TEN,
                                "a test"));
    }

    @Test
    void reserve_byRule_holdsPromptAndAnswerAndSettlesWhatCame() {
        price();

        Reservation reservation = granted(reserve(size(11, 7L)));

        assertThat(reservation.held().tokens()).isEqualTo(6 + 7);
        assertThat(reservation.held().cost()).isEqualTo(new BigDecimal("0.000076"));
        assertThat(
                        reservation
                                .settle(
                                        new Outcome.Counted(new Usage(3L, 10, 0, 2L)),
                                        UP,
                                        List.of())
                                .cost())
                .as("ten of the prompt were in the cache")
                .isEqualTo(new BigDecimal("0.000024"));
        assertThat(reservation.settle(Outcome.UNKNOWN, UP, List.of()).tokens())
                .as("the first call counts")
                .isEqualTo(15);
        assertThat(granted(reserve(size(11, null))).held().tokens()).isEqualTo(106);
    }

    @Test
    void reserve_withoutRoom_isRefusedUntilOthersAreSettled() {
        budget(null, 100L);
        Reservation first = granted(reserve(size(20, 80L)));

        assertThat(refused(reserve(size(20, 1L)))).isEqualTo(FaultCode.BUDGET_EXCEEDED);
        first.settle(Outcome.NOT_SERVED, UP, List.of());
        granted(reserve(size(20, 80L))).settle(Outcome.UNKNOWN, UP, List.of());
        assertThat(refused(reserve(size(21, 0L)))).isEqualTo(FaultCode.BUDGET_EXCEEDED);
        assertThat(granted(reserve(size(20, 0L))).held().tokens()).isEqualTo(10);
    }

    @Test
    void reserve_withMoneyAndNoPrice_isRefused() {
        budget("5", null);

        assertThat(refused(reserve(size(2, 1L)))).isEqualTo(FaultCode.PRICE_UNKNOWN);
        price();
        assertThat(granted(reserve(size(2, 1L))).held().picos()).isEqualTo(11_000_000L);
    }

    @Test
    void reserve_withoutPriceOrBudget_costsNobodyKnowsWhat() {
        Reservation reservation = granted(reserve(size(2, 1L)));

        assertThat(reservation.held().cost()).isNull();
        assertThat(reservation.settle(Outcome.UNKNOWN, UP, List.of()).picos()).isNull();
    }

    @Test
    void reserve_afterAnotherProcess_countsWhatThatRecorded() throws SQLException {
        spent("2026-05-20 11:00Z", 60);
        spent("2026-05-01 00:00Z", 30);
        spent("2026-04-30 23:59:59Z", 1_000);
        budget(null, 100L);

        assertThat(refused(reserve(size(0, 11L)))).isEqualTo(FaultCode.BUDGET_EXCEEDED);
        assertThat(granted(reserve(size(0, 10L))).held().tokens()).isEqualTo(10);
        assertThat(spending.recall(TenantId.DEFAULT)).isPresent();
        Instant shown = NOW;
        assertThat(
                        process()
                                .spent(
                                        TenantId.DEFAULT,
                                        new Subject(Subject.Level.API_KEY, KEY),
                                        Period.DAY,
                                        shown)
                                .tokens())
                .isEqualTo(60);
    }

    @Test
    void recall_whereABudgetNeedsWhatWasSpent_asksTheStoreFirst() {
        var _ = spending.of(TenantId.DEFAULT);
        assertThat(spending.recall(TenantId.DEFAULT)).isPresent();
        budget(null, 100L);

        TenantSpending other = process();

        assertThat(other.recall(TenantId.DEFAULT)).isEmpty();
        var _ = other.of(TenantId.DEFAULT);
        assertThat(other.recall(TenantId.DEFAULT)).isPresent();
    }

    @Test
    void arrive_moreThanAMinutesRequests_saysWhenToTryAgain() {
        Caller caller = caller(2, null);

        assertThat(spending.arrive(caller)).isEmpty();
        assertThat(spending.arrive(caller)).isEmpty();
        seconds += 10;
        assertThat(spending.arrive(caller))
                .hasValueSatisfying(refusal -> {
                    assertThat(refusal.fault().code()).isEqualTo(FaultCode.RATE_LIMIT_EXCEEDED);
                    assertThat(refusal.retryAfterSeconds()).isEqualTo(51);
                });
        seconds += 51;
        assertThat(spending.arrive(caller)).isEmpty();
    }

    @Test
    void reserve_moreThanAMinutesTokens_isRefusedUntilLessCame() {
        Caller caller = caller(null, 100);
        Reservation first = granted(reserve(caller, size(20, 80L)));

        assertThat(refused(reserve(caller, size(20, 80L))))
                .isEqualTo(FaultCode.RATE_LIMIT_EXCEEDED);
        first.settle(new Outcome.Counted(new Usage(5L, 0, 0, 5L)), UP, List.of());
        assertThat(granted(reserve(caller, size(20, 80L))).held().tokens()).isEqualTo(90);
    }

    /** The clock was set back by some seconds before the restart: what was spent stays spent. */
    @Test
    void reserve_afterAProcessWhoseClockWasAhead_countsWhatThatRecorded() throws SQLException {
        spent("2026-05-20 12:00:30Z", 95);
        spending.begin();
        budget(null, 100L);

        assertThat(refused(reserve(size(0, 11L)))).isEqualTo(FaultCode.BUDGET_EXCEEDED);
    }

    private void spent(String at, long tokens) throws SQLException {
        try (Connection owner = database.openAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute(
                    "INSERT INTO interactions (tenant_id, id, occurred_at, api_key_id, channel,"
                            + " platform_id, model, prompt_hash, content_length, classifications,"
                            + " policy_action, risk_score, status, charged_tokens) VALUES"
                            + " ('00000000-0000-7000-8000-000000000001', gen_random_uuid(), '"
                            + at
                            + "', '"
                            + KEY
                            + "', 'api', 'up', 'm', 'h', 1, '[]', 'Log', 0, 'completed', "
                            + tokens
                            + ")");
        }
    }
}
