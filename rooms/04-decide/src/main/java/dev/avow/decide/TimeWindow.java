package dev.avow.decide;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.Set;

/**
 * Hours of days. Where {@code until} is not after {@code from} it is on the day after, so that
 * 22:00 until 06:00 is a night and 00:00 until 00:00 is a whole day; a night belongs to the day on
 * which it begins. Immutable.
 *
 * @param days none for every day
 * @param from inclusive
 * @param until exclusive
 * @param zone whose clock it is
 */
public record TimeWindow(Set<DayOfWeek> days, LocalTime from, LocalTime until, ZoneId zone) {

    public TimeWindow {
        days = Set.copyOf(days);
        Objects.requireNonNull(from);
        Objects.requireNonNull(until);
        Objects.requireNonNull(zone);
    }

    /** Whether a time lies in it. */
    public boolean holds(Instant at) {
        ZonedDateTime there = at.atZone(zone);
        LocalTime time = there.toLocalTime();
        DayOfWeek day = there.getDayOfWeek();
        if (from.isBefore(until)) {
            return on(day) && !time.isBefore(from) && time.isBefore(until);
        }
        return time.isBefore(until) ? on(day.minus(1)) : on(day) && !time.isBefore(from);
    }

    private boolean on(DayOfWeek day) {
        return days.isEmpty() || days.contains(day);
    }
}
