package dev.avow.rotation;

import java.time.Duration;

/**
 * How a rotation goes.
 *
 * @param settle how long the older versions open beside the new one at least, so that what a node
 *     sealed just before it was told is found and moved
 * @param batch values of one transaction, at most
 */
public record RotationLimits(Duration settle, int batch) {

    private static final Duration MOST_ANNOUNCING = Duration.ofSeconds(30);
    private static final Duration MOST_WAITING = Duration.ofSeconds(10);

    /** How long the new version opens before it seals: three times what a node needs to see it. */
    Duration announcing() {
        return settle.compareTo(MOST_ANNOUNCING) < 0 ? settle : MOST_ANNOUNCING;
    }

    /** The pause between two looks at what is to be done. */
    Duration every() {
        Duration third = settle.dividedBy(3);
        return third.compareTo(MOST_WAITING) < 0 ? third : MOST_WAITING;
    }
}
