package dev.avow.budgets;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/** How long a budget is for. Days and months begin at midnight UTC. */
public enum Period {
    DAY,
    MONTH;

    private static final long DAY_SECONDS = 86_400;

    /** As the API writes it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The period of that name; empty where there is none. */
    public static Optional<Period> of(String id) {
        for (Period period : values()) {
            if (period.id().equals(id)) {
                return Optional.of(period);
            }
        }
        return Optional.empty();
    }

    /** Days since 1970. */
    static long day(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), DAY_SECONDS);
    }

    /** The number of the period in which a day since 1970 is; they follow each other. */
    long number(long day) {
        return switch (this) {
            case DAY -> day;
            case MONTH -> {
                LocalDate date = LocalDate.ofEpochDay(day);
                yield date.getYear() * 12L + date.getMonthValue() - 1;
            }
        };
    }

    /** When the period that holds a time began. */
    public Instant start(Instant at) {
        LocalDate date = LocalDate.ofEpochDay(day(at));
        return (this == DAY ? date : date.withDayOfMonth(1))
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    /** When the next one begins. */
    public Instant end(Instant at) {
        LocalDate begun = LocalDate.ofInstant(start(at), ZoneOffset.UTC);
        return (this == DAY ? begun.plusDays(1) : begun.plusMonths(1))
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }
}
