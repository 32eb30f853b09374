package dev.avow.budgets;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A price as an administrator enters it, in US dollars for a million tokens; see {@link Price}.
 *
 * @param validFrom null: from today on
 */
public record PriceDraft(
        String provider,
        String model,
        @Nullable LocalDate validFrom,
        BigDecimal input,
        @Nullable BigDecimal cachedInput,
        @Nullable BigDecimal cacheWrite,
        BigDecimal output,
        String source) {

    Price checked(LocalDate today) {
        return new Price(
                Rules.provider(provider),
                Rules.model(model),
                validFrom == null ? today : validFrom,
                Rules.price(input, "input"),
                Rules.priceOrNull(cachedInput, "cached_input"),
                Rules.priceOrNull(cacheWrite, "cache_write"),
                Rules.price(output, "output"),
                Rules.source(source));
    }
}
