package dev.avow.trust;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * For which days a change may be announced now, by UTC.
 *
 * @param days ahead that it is announced, at least
 * @param earliestOn the first such day
 * @param latestOn the last one, five years later
 */
public record Notice(int days, LocalDate earliestOn, LocalDate latestOn) {

    static Notice at(Instant now, int days) {
        LocalDate earliest = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(days);
        return new Notice(days, earliest, earliest.plusYears(5));
    }

    boolean allows(LocalDate day) {
        return !day.isBefore(earliestOn) && !day.isAfter(latestOn);
    }
}
