package dev.avow.retain;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The retention in force: a profile's values, and those that settings put in their place.
 * Immutable.
 *
 * @param days what settings say, in days; it wins over the profile
 * @param archiveAfter when interactions move to the archive; empty where they do not
 */
public record Schedule(Profile profile, Map<Kept, Integer> days, Optional<Duration> archiveAfter) {

    public Schedule {
        days = Map.copyOf(days);
    }

    /** A profile as its page describes it, without an archive. */
    public static Schedule of(Profile profile) {
        return new Schedule(profile, Map.of(), Optional.empty());
    }

    /** How long something is kept. */
    public Term term(Kept kept) {
        Integer set = days.get(kept);
        return set == null ? Presets.of(profile, kept) : new Term.Days(set);
    }

    /** Whether a setting said so, and not the profile. */
    public boolean isSet(Kept kept) {
        return days.containsKey(kept);
    }

    /** What was made before this is too old; empty where age does not decide. */
    public Optional<Instant> oldest(Kept kept, Instant now) {
        return term(kept).life().map(now::minus);
    }
}
