package dev.avow.budgets;

import dev.avow.words.Usage;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a model's tokens cost, in millionths of a US dollar for a million tokens.
 *
 * @param provider a provider's name here, its host, or its kind
 * @param model a model as the provider knows it; where it ends in {@code *}, all that begin so
 * @param validFrom from this day on (UTC), until a later price of the same kind
 * @param inputMicros of a prompt
 * @param cachedMicros of what of a prompt was read from the provider's cache; null: as any other
 * @param cacheWriteMicros of what of it was written to that cache; null: as any other
 * @param outputMicros of an answer
 * @param source where the price was read, and when
 */
public record Price(
        String provider,
        String model,
        LocalDate validFrom,
        long inputMicros,
        @Nullable Long cachedMicros,
        @Nullable Long cacheWriteMicros,
        long outputMicros,
        String source) {

    /** More than any use comes to, and so little that sums of it do not overflow. */
    private static final long MOST_PICOS = Long.MAX_VALUE / 16;

    /**
     * What these tokens cost in picodollars (millionths of a millionth of a dollar): exact, since a
     * price in whole micros for a million tokens is as many picos for one. Tokens that are not
     * known count as none.
     */
    long picos(Usage usage) {
        long cached = cachedMicros == null ? inputMicros : cachedMicros;
        long written = cacheWriteMicros == null ? inputMicros : cacheWriteMicros;
        return sum(
                sum(times(usage.fresh(), inputMicros), times(usage.cached(), cached)),
                sum(times(usage.cacheWritten(), written), times(usage.out(), outputMicros)));
    }

    private static long times(@Nullable Long tokens, long micros) {
        if (tokens == null) {
            return 0;
        }
        return Math.multiplyHigh(tokens, micros) != 0
                ? MOST_PICOS
                : Math.clamp(tokens * micros, 0, MOST_PICOS);
    }

    private static long sum(long a, long b) {
        return Math.min(MOST_PICOS, a + b);
    }

    boolean isOfModel(String name) {
        int last = model.length() - 1;
        return model.charAt(last) == '*'
                ? name.regionMatches(0, model, 0, last)
                : name.equals(model);
    }

    /** How closely its pattern says which model is meant; a whole name says most. */
    int closeness() {
        return model.endsWith("*") ? model.length() - 1 : 1_000 + model.length();
    }
}
