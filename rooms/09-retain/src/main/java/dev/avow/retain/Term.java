package dev.avow.retain;

import java.time.Duration;
import java.util.Optional;

/**
 * How long something is kept. Years and months of the pages are 365 and 30 days, but for the months
 * of a year: 12 are 365 and 24 are 730.
 */
public sealed interface Term {

    /** So long after it was made. */
    record Days(int days) implements Term {}

    /** So long after an event, such as the closure of the account. */
    record After(String event, int days) implements Term {}

    /** So long after it was last active, unless somebody pinned it. */
    record Idle(int days) implements Term {}

    /** The profile leaves it to whoever runs it; until they say so, it is this. */
    record TenantDecides(int days) implements Term {}

    /** As long as the account that it belongs to. */
    record WithAccount() implements Term {}

    /** It is not stored at all. */
    record NeverStored() implements Term {}

    /** There is none unless somebody turns it on. */
    record OptIn() implements Term {}

    /** The profile's page does not speak of it. */
    record Unsaid() implements Term {}

    /** How old it may become; empty where its age alone does not decide. */
    default Optional<Duration> life() {
        return switch (this) {
            case Days(int days) -> Optional.of(Duration.ofDays(days));
            case TenantDecides(int days) -> Optional.of(Duration.ofDays(days));
            case After _, Idle _, WithAccount _, NeverStored _, OptIn _, Unsaid _ ->
                    Optional.empty();
        };
    }

    /** In words, for people. */
    default String text() {
        return switch (this) {
            case Days(int days) -> days + " days";
            case After(String event, int days) ->
                    days == 0 ? event : event + " + " + days + " days";
            case Idle(int days) -> days + " days after it was last active, unless pinned";
            case TenantDecides(int days) -> days + " days, until you decide";
            case WithAccount _ -> "with the account";
            case NeverStored _ -> "never stored";
            case OptIn _ -> "opt-in only";
            case Unsaid _ -> "not part of this profile";
        };
    }
}
