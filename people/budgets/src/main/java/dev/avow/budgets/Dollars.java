package dev.avow.budgets;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Whole numbers of small units as US dollars, exactly and without needless zeros. */
public final class Dollars {

    private Dollars() {}

    public static BigDecimal ofMicros(long micros) {
        return brief(BigDecimal.valueOf(micros, 6));
    }

    public static @Nullable BigDecimal ofMicrosOrNull(@Nullable Long micros) {
        return micros == null ? null : ofMicros(micros);
    }

    public static BigDecimal ofPicos(long picos) {
        return brief(BigDecimal.valueOf(picos, 12));
    }

    /** Without zeros at the end, and not as a power of ten. */
    static BigDecimal brief(BigDecimal amount) {
        BigDecimal brief = amount.stripTrailingZeros();
        return brief.scale() < 0 ? brief.setScale(0) : brief;
    }
}
