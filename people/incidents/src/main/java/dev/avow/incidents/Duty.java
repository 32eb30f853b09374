package dev.avow.incidents;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Who must be told of a breach, and by when.
 *
 * <p>The authority: within 72 hours of awareness (GDPR and UK GDPR Art. 33(1)), unless a risk to
 * people is unlikely. The people: Avow's promise T5 gives 72 hours too. GDPR Art. 34(1) says
 * "without undue delay" and knows no number; California's 30 days from discovery (Civil Code
 * 1798.82(a), from 2026) end later.
 *
 * <p>The hours are counted from the moment. Regulation 1182/71, Art. 3(1), would leave out the hour
 * in which that falls, so a limit may be shown up to an hour early, never late. Weekends and
 * holidays stop nothing.
 */
public enum Duty {
    AUTHORITY,
    PEOPLE;

    /** 72 hours. */
    private static final Duration LIMIT = Duration.ofDays(3);

    /** As the API names it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Until when they must be told; at that very moment it is still in time.
     *
     * @param aware when the controller became aware of the breach
     */
    public Instant dueAt(Instant aware) {
        return aware.plus(LIMIT);
    }

    /**
     * Whether it can be decided that they need not be told: the authority only where a risk is
     * unlikely (Art. 33(1)); people only where the risk is known, since it is either not high or
     * the reason must be one of Art. 34(3).
     */
    boolean waivable(BreachRisk risk) {
        return switch (this) {
            case AUTHORITY -> risk == BreachRisk.UNLIKELY;
            case PEOPLE -> risk != BreachRisk.UNKNOWN;
        };
    }
}
