package dev.avow.control;

import dev.avow.budgets.Budget;
import dev.avow.budgets.BudgetDraft;
import dev.avow.budgets.BudgetStore;
import dev.avow.budgets.Dollars;
import dev.avow.budgets.Period;
import dev.avow.budgets.Subject;
import dev.avow.words.Fault;
import dev.avow.words.Ids;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/budgets}: what a tenant, its keys and its people may spend. */
public final class BudgetRoutes implements Routes {

    private static final String PATH = "/api/v1/budgets";
    private static final String ONE = PATH + "/{id}";

    private record NewBudget(
            String level,
            @Nullable String subjectId,
            String period,
            @Nullable BigDecimal usd,
            @Nullable Long tokens) {}

    private record View(
            UUID id,
            String level,
            UUID subjectId,
            String period,
            @Nullable BigDecimal usd,
            @Nullable Long tokens,
            BigDecimal usdUsed,
            long tokensUsed,
            Instant periodStart,
            Instant periodEnd,
            @Nullable UUID createdBy,
            Instant createdAt,
            Instant modifiedAt) {}

    private final BudgetStore store;

    public BudgetRoutes(BudgetStore store) {
        this.store = store;
    }

    @Override
    public void mount(RouteTable table) {
        table.get(PATH, this::list)
                .post(PATH, this::create)
                .get(ONE, this::find)
                .patch(ONE, this::change)
                .delete(ONE, this::delete);
    }

    @Override
    public String description() {
        return "budgets.json";
    }

    private ControlAnswer list(ControlRequest request) {
        return ControlAnswer.ok(
                store.page(request.tenant(), request.page()).map(BudgetRoutes::view));
    }

    private ControlAnswer create(ControlRequest request) {
        NewBudget wanted = request.body(NewBudget.class);
        return ControlAnswer.created(
                view(
                        store.create(
                                request.actor(),
                                new BudgetDraft(
                                        Subject.Level.of(wanted.level())
                                                .orElseThrow(() ->
                                                        Fault.wrong(
                                                                "level",
                                                                "a level is tenant, api_key or"
                                                                        + " user")),
                                        id(wanted.subjectId()),
                                        Period.of(wanted.period())
                                                .orElseThrow(() ->
                                                        Fault.wrong(
                                                                "period",
                                                                "a period is day or month")),
                                        wanted.usd(),
                                        wanted.tokens()))));
    }

    private ControlAnswer find(ControlRequest request) {
        return ControlAnswer.found(
                store.find(request.tenant(), request.pathId()).map(BudgetRoutes::view));
    }

    /** What is not named stays as it is; null takes a limit away. */
    private ControlAnswer change(ControlRequest request) {
        Members body = new Members(request.bodyObject(Set.of("usd", "tokens")));
        return ControlAnswer.ok(
                view(
                        store.change(
                                request.actor(),
                                request.pathId(),
                                usd -> body.decimal("usd", usd),
                                tokens -> body.whole("tokens", tokens))));
    }

    private ControlAnswer delete(ControlRequest request) {
        store.delete(request.actor(), request.pathId());
        return ControlAnswer.noContent();
    }

    private static @Nullable UUID id(@Nullable String text) {
        return text == null
                ? null
                : Ids.parse(text).orElseThrow(() -> Fault.wrong("subject_id", "an id is a UUID"));
    }

    private static View view(BudgetStore.Standing standing) {
        Budget budget = standing.budget();
        return new View(
                budget.id(),
                budget.subject().level().id(),
                budget.subject().id(),
                budget.period().id(),
                BudgetStore.usd(budget),
                budget.tokens(),
                Dollars.ofPicos(standing.usedPicos()),
                standing.usedTokens(),
                standing.periodStart(),
                standing.periodEnd(),
                budget.createdBy(),
                budget.createdAt(),
                budget.modifiedAt());
    }
}
