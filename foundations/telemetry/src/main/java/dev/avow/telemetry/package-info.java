/**
 * Counts and times for whoever operates Avow. No label holds content, a person, a key's name or
 * anything else that a caller chose: what is not known beforehand is counted under {@code other}.
 */
@NullMarked
package dev.avow.telemetry;

import org.jspecify.annotations.NullMarked;
