package dev.avow.retain;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The retention in force: a profile's values, and what stands in their place. Immutable.
 *
 * @param inForce what holds in the place of the profile's value
 * @param set of these, those that a setting said
 * @param archiveAfter when interactions move to the archive; empty where they do not
 */
public record Schedule(
        Profile profile, Map<Kept, Term> inForce, Set<Kept> set, Optional<Duration> archiveAfter) {

    public Schedule {
        inForce = Map.copyOf(inForce);
        set = Set.copyOf(set);
    }

    /**
     * Where settings say some of it and the profile the rest.
     *
     * @param days what settings say
     */
    public Schedule(Profile profile, Map<Kept, Integer> days, Optional<Duration> archiveAfter) {
        this(profile, terms(days), days.keySet(), archiveAfter);
    }

    private static Map<Kept, Term> terms(Map<Kept, Integer> days) {
        Map<Kept, Term> terms = new EnumMap<>(Kept.class);
        days.forEach((kept, each) -> terms.put(kept, new Term.Days(each)));
        return terms;
    }

    /** A profile as its page describes it, without an archive. */
    public static Schedule of(Profile profile) {
        return new Schedule(profile, Map.of(), Optional.empty());
    }

    /** How long something is kept. */
    public Term term(Kept kept) {
        Term term = inForce.get(kept);
        return term == null ? Presets.of(profile, kept) : term;
    }

    /** Whether a setting said so, and not the profile. */
    public boolean isSet(Kept kept) {
        return set.contains(kept);
    }

    /** What was made before this is too old; empty where age does not decide. */
    public Optional<Instant> oldest(Kept kept, Instant now) {
        return term(kept).life().map(now::minus);
    }
}
