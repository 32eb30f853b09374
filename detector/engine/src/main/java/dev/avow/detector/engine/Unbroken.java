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

    /** What a reader stops at. */
    public interface Stop {

        /**
         * Whether it stops.
         *
         * @param place where the character stands
         * @param c the character
         */
        boolean at(int place, char c);
    }

    private final Text text;
    private final String[] readers = new String[READERS];
    private final int[] from = new int[READERS];
    private final int[] until = new int[READERS];
    private final int[] ends = new int[READERS];
    private int used;

    Unbroken(Text text) {
        this.text = text;
    }

    /**
     * Whether a reader is known to go so far without stopping. It is read on from where those
     * before it ended, so where nothing is known of the place nothing is read.
     *
     * @param reader who reads: readers that stop at the same give the same text
     * @param from where it begins
     * @param length in characters
     */
    public boolean goesOn(String reader, int from, int length, Stop stop) {
        int known = until(reader, from);
        if (known == from) {
            return false;
        }
        int p = known;
        while (p - from < length) {
            int unit = text.at(p);
            char c = Text.of(unit);
            if (Text.size(unit) != 1 || c == Text.IGNORABLE || stop.at(p, c)) {
                return false;
            }
            p++;
        }
        add(reader, known, p);
        return true;
    }

    /**
     * Where a reader that begins at a place is known to stop, with nothing but characters that
     * stand for themselves between.
     *
     * @return -1 where that is not known
     */
    public int end(String reader, int place) {
        for (int i = 0; i < used; i++) {
            if (readers[i].equals(reader)) {
                return place >= from[i] && place < until[i] && until[i] == ends[i] ? ends[i] : -1;
            }
        }
        return -1;
    }

    /** The same as {@link #add} for a stretch behind which the reader stops. */
    public void addEnded(String reader, int begin, int end) {
        add(reader, begin, end);
        for (int i = 0; i < used; i++) {
            if (readers[i].equals(reader)) {
                ends[i] = until[i] == end ? end : -1;
            }
        }
    }

    private int until(String reader, int place) {
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
        ends[i] = ends[i] == until[i] ? ends[i] : -1;
    }

    @Override
    public String toString() {
        return "unbroken[" + used + "]";
    }
}
