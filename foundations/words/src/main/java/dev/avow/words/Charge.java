package dev.avow.words;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a use of a model counts for.
 *
 * @param picos money in millionths of a millionth of a US dollar: a price in whole millionths of a
 *     dollar for a million tokens, times tokens, is a whole number of them. Null where no price is
 *     known
 * @param tokens of prompt and answer
 */
public record Charge(@Nullable Long picos, long tokens) {

    /** Of a request that did not leave, or was not served. */
    public static final Charge NOTHING = new Charge(0L, 0);

    /** Of what nobody priced, as a use that was blocked. */
    public static final Charge NONE = new Charge(null, 0);

    /** Digits of {@link #picos} after the dollar's point. */
    private static final int SCALE = 12;

    /** The money for counting; 0 where no price is known. */
    public long picosOrZero() {
        return picos == null ? 0 : picos;
    }

    /** In US dollars, exactly; null where no price is known. */
    public @Nullable BigDecimal cost() {
        if (picos == null) {
            return null;
        }
        BigDecimal cost = BigDecimal.valueOf(picos, SCALE).stripTrailingZeros();
        return cost.scale() < 0 ? cost.setScale(0) : cost;
    }
}
