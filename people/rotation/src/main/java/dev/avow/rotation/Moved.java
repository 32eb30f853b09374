package dev.avow.rotation;

/**
 * What came of looking through one kind of thing.
 *
 * @param values that were sealed anew
 * @param unreadable that open under no version of the key
 * @param whole whether all of the kind was looked at
 */
public record Moved(long values, long unreadable, boolean whole) {

    Moved plus(Moved other) {
        return new Moved(
                values + other.values, unreadable + other.unreadable, whole && other.whole);
    }
}
