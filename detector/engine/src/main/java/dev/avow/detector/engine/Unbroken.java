package dev.avow.detector.engine;

/**
 * Stretches of a text that one reader went through without meeting what it stops at, so that the
 * next one that begins within need not read them again.
 *
 * <p>A value that does not end within its bound is none; in {@code pwd=pwd=pwd=…} each of them
 * would be read to that bound for nothing. Only stretches of characters that stand for themselves
 * are taken note of, so that a stretch's length is the number of characters in it.
 *
 * <p>Belongs to one scan; prints no content.
 */
public final class Unbroken {

    private static final int READERS = 8;

    private final String[] readers = new String[READERS];
    private final int[] from = new int[READERS];
    private final int[] until = new int[READERS];
    private int used;

    Unbroken() {}

    /**
     * How far a reader that begins at a place is known not to stop.
     *
     * @param reader who reads: readers that stop at the same give the same text
     * @param place where it begins
     * @return the place itself where nothing is known
     */
    public int until(String reader, int place) {
        for (int i = 0; i < used; i++) {
            if (readers[i].equals(reader)) {
                return place >= from[i] && place < until[i] ? until[i] : place;
            }
        }
        return place;
    }

    /**
     * Takes note of a stretch.
     *
     * @param reader who read it
     * @param begin its first place
     * @param end after its last
     */
    public void add(String reader, int begin, int end) {
        int i = 0;
        while (i < used && !readers[i].equals(reader)) {
            i++;
        }
        if (i == READERS) {
            return;
        }
        boolean goesOn = i < used && begin >= from[i] && begin <= until[i];
        used = Math.max(used, i + 1);
        readers[i] = reader;
        from[i] = goesOn ? from[i] : begin;
        until[i] = goesOn ? Math.max(until[i], end) : end;
    }

    @Override
    public String toString() {
        return "unbroken[" + used + "]";
    }
}
