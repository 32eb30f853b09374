package dev.avow.control;

import dev.avow.budgets.Dollars;
import dev.avow.budgets.Price;
import dev.avow.budgets.PriceDraft;
import dev.avow.budgets.PriceStore;
import dev.avow.budgets.StoredPrice;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/v1/prices}: what models cost, in US dollars for a million tokens (promise B11). Those
 * that come with the program are under {@code /api/v1/prices/built-in}.
 */
public final class PriceRoutes implements Routes {

    private static final String PATH = "/api/v1/prices";
    private static final String ONE = PATH + "/{id}";

    private record Body(
            String provider,
            String model,
            @Nullable String validFrom,
            BigDecimal input,
            @Nullable BigDecimal cachedInput,
            @Nullable BigDecimal cacheWrite,
            BigDecimal output,
            String source) {

        PriceDraft draft() {
            return new PriceDraft(
                    provider,
                    model,
                    validFrom == null ? null : day(validFrom),
                    input,
                    cachedInput,
                    cacheWrite,
                    output,
                    source);
        }

        private static LocalDate day(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException notADay) {
                throw Fault.of(
                                FaultCode.INVALID_VALUE,
                                "valid_from is a day such as 2026-01-31",
                                "valid_from")
                        .asException();
            }
        }
    }

    /** What is null of one that is built in has no row. */
    private record View(
            @Nullable UUID id,
            String provider,
            String model,
            String validFrom,
            BigDecimal input,
            @Nullable BigDecimal cachedInput,
            @Nullable BigDecimal cacheWrite,
            BigDecimal output,
            String source,
            @Nullable UUID createdBy,
            @Nullable Instant createdAt,
            @Nullable Instant modifiedAt) {}

    private final PriceStore store;

    public PriceRoutes(PriceStore store) {
        this.store = store;
    }

    @Override
    public void mount(RouteTable table) {
        table.get(PATH + "/built-in", PriceRoutes::builtIn)
                .get(PATH, this::list)
                .post(PATH, this::create)
                .get(ONE, this::find)
                .put(ONE, this::replace)
                .delete(ONE, this::delete);
    }

    @Override
    public String description() {
        return "prices.json";
    }

    private static ControlAnswer builtIn(ControlRequest request) {
        return ControlAnswer.ok(
                request.pageOf(
                                PriceStore.builtIn(),
                                each ->
                                        each.provider()
                                                + "\n"
                                                + each.model()
                                                + "\n"
                                                + each.validFrom())
                        .map(each -> view(null, each, null, null, null)));
    }

    private ControlAnswer list(ControlRequest request) {
        return ControlAnswer.ok(
                store.page(request.tenant(), request.page()).map(PriceRoutes::view));
    }

    private ControlAnswer create(ControlRequest request) {
        return ControlAnswer.created(
                view(store.create(request.actor(), request.body(Body.class).draft())));
    }

    private ControlAnswer find(ControlRequest request) {
        return ControlAnswer.found(
                store.find(request.tenant(), request.pathId()).map(PriceRoutes::view));
    }

    private ControlAnswer replace(ControlRequest request) {
        return ControlAnswer.ok(
                view(
                        store.replace(
                                request.actor(),
                                request.pathId(),
                                request.body(Body.class).draft())));
    }

    private ControlAnswer delete(ControlRequest request) {
        store.delete(request.actor(), request.pathId());
        return ControlAnswer.noContent();
    }

    private static View view(StoredPrice stored) {
        return view(
                stored.id(),
                stored.price(),
                stored.createdBy(),
                stored.createdAt(),
                stored.modifiedAt());
    }

    private static View view(
            @Nullable UUID id,
            Price price,
            @Nullable UUID createdBy,
            @Nullable Instant createdAt,
            @Nullable Instant modifiedAt) {
        return new View(
                id,
                price.provider(),
                price.model(),
                price.validFrom().toString(),
                Dollars.ofMicros(price.inputMicros()),
                Dollars.ofMicrosOrNull(price.cachedMicros()),
                Dollars.ofMicrosOrNull(price.cacheWriteMicros()),
                Dollars.ofMicros(price.outputMicros()),
                price.source(),
                createdBy,
                createdAt,
                modifiedAt);
    }
}
