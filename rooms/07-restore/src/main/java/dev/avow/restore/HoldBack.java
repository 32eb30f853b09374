package dev.avow.restore;

import java.time.Duration;

/**
 * How much of an answer may be held back until it is clear whether it holds something that a policy
 * does not release.
 *
 * @param chars of one text, at most, in UTF-16 code units; only where a value could be under way
 * @param time after which words that are no value so far are released, where nothing more comes
 * @param refusesUnread whether an answer ends where it could not be looked at; else it goes on
 */
public record HoldBack(int chars, Duration time, boolean refusesUnread) {

    /** As installations hold back that say nothing of it. */
    public static final HoldBack USUAL = new HoldBack(2_048, Duration.ofMillis(500), true);
}
