package dev.avow.trust;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That something material will change (promise T4). What it says is public.
 *
 * @param effectiveOn the day, by UTC, from which it may be in force
 * @param french null where it is told in English alone
 * @param withdrawnAt null where it stands
 * @param mailedAt when the last person with an account had been written to; null before
 * @param version which came of it; null where none has
 */
public record Announcement(
        UUID id,
        Instant announcedAt,
        LocalDate effectiveOn,
        String english,
        @Nullable String french,
        @Nullable Instant withdrawnAt,
        @Nullable Instant mailedAt,
        @Nullable Integer version) {

    /** In that language, else in English. */
    public String text(Words words) {
        String french = this.french;
        return words.language().equals("fr") && french != null ? french : english;
    }

    /** Whether it stands and its day is to come. */
    public boolean isUpcoming(LocalDate today) {
        return withdrawnAt == null && version == null && !effectiveOn.isBefore(today);
    }
}
