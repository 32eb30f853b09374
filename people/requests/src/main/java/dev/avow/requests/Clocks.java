package dev.avow.requests;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * The laws' time limits, all of them (promise P6). Each runs from the moment a request is received
 * and ends at the same time of day, in the law's zone; the laws give until that day's end, so
 * nothing is ever said to be in time that is late. Verifying somebody stops no clock.
 *
 * <p>A month ends on the same day of the next one, or on its last where it has no such day
 * (Regulation 1182/71, Art. 3). Business and working days leave out Saturdays and Sundays;
 * <b>public holidays are not left out</b>, so a limit may be shown some days early, never late.
 *
 * <p>Sources: GDPR Art. 12(3); UK GDPR Art. 12(3); 11 CCR 7021 (10 business days, 45 and 90
 * calendar days) and 7026(f) (opt-out, 15 business days); Privacy Act 2020 (NZ), s 44.
 */
public final class Clocks {

    private static final int ACKNOWLEDGE_DAYS = 10;
    private static final int CCPA_DAYS = 45;
    private static final int CCPA_EXTENDED_DAYS = 90;
    private static final int OPT_OUT_DAYS = 15;
    private static final int NZ_DAYS = 20;

    private Clocks() {}

    /** By when it must be answered. */
    public static Instant due(Law law, RequestKind kind, Instant received) {
        ZonedDateTime start = received.atZone(law.zone());
        return switch (law) {
            case GDPR, UK_GDPR -> start.plusMonths(1).toInstant();
            case CCPA ->
                    kind == RequestKind.OPT_OUT
                            ? plusWorkingDays(start, OPT_OUT_DAYS)
                            : start.plusDays(CCPA_DAYS).toInstant();
            case NZ_PRIVACY_ACT -> plusWorkingDays(start, NZ_DAYS);
        };
    }

    /**
     * By when it must be answered where it was extended; empty where the law gives no fixed
     * extension. New Zealand's (s 48) has no fixed length, so it is none here.
     */
    public static Optional<Instant> extended(Law law, RequestKind kind, Instant received) {
        ZonedDateTime start = received.atZone(law.zone());
        return switch (law) {
            case GDPR, UK_GDPR -> Optional.of(start.plusMonths(3).toInstant());
            case CCPA ->
                    kind == RequestKind.OPT_OUT
                            ? Optional.empty()
                            : Optional.of(start.plusDays(CCPA_EXTENDED_DAYS).toInstant());
            case NZ_PRIVACY_ACT -> Optional.empty();
        };
    }

    /** By when its receipt must be confirmed; empty where the law does not ask for that. */
    public static Optional<Instant> acknowledgement(Law law, RequestKind kind, Instant received) {
        return law == Law.CCPA && kind != RequestKind.OPT_OUT
                ? Optional.of(plusWorkingDays(received.atZone(law.zone()), ACKNOWLEDGE_DAYS))
                : Optional.empty();
    }

    /** Whether a limit has passed; at the very moment it has not. */
    public static boolean isPast(Instant limit, Instant now) {
        return now.isAfter(limit);
    }

    /** Whole days until a limit, rounded down: 0 on the last day, -1 as soon as it has passed. */
    public static long daysLeft(Instant limit, Instant now) {
        Duration left = Duration.between(now, limit);
        return Math.floorDiv(left.toSeconds(), Duration.ofDays(1).toSeconds());
    }

    private static Instant plusWorkingDays(ZonedDateTime start, int days) {
        ZonedDateTime day = start;
        int counted = 0;
        while (counted < days) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY
                    && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                counted++;
            }
        }
        return day.toInstant();
    }
}
