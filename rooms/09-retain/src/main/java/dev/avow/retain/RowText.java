package dev.avow.retain;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A row's values as JSON in UTF-8, one after the other. */
final class RowText {

    private final byte[] bytes;
    private final int from;
    private final int[] ends;

    /**
     * @param bytes not copied; they do not change any more
     * @param from where the first value begins
     * @param ends of each value in the bytes, behind its last
     */
    RowText(byte[] bytes, int from, int[] ends) {
        this.bytes = bytes;
        this.from = from;
        this.ends = ends;
    }

    /** An object, which is a line by itself. */
    static RowText ofObject(String json) {
        return new RowText((json + "\n").getBytes(StandardCharsets.UTF_8), 0, new int[0]);
    }

    /**
     * Writes it as {@link RowLines} says: what is other than in the row before, or all of it.
     *
     * @param given of as many as there are values; written over
     */
    void writeAfter(@Nullable RowText before, boolean[] given, JsonBytes to) {
        if (ends.length == 0) {
            to.put(bytes, from, bytes.length);
            return;
        }
        to.put('[');
        to.bits(changed(before, given));
        int begin = from;
        for (int column = 0; column < ends.length; column++) {
            if (given[column]) {
                to.put(',');
                to.put(bytes, begin, ends[column]);
            }
            begin = ends[column];
        }
        to.put("]\n");
    }

    private boolean[] changed(@Nullable RowText before, boolean[] given) {
        if (before == null) {
            Arrays.fill(given, true);
            return given;
        }
        int begin = from;
        int itsBegin = before.from;
        for (int column = 0; column < ends.length; column++) {
            int end = ends[column];
            int itsEnd = before.ends[column];
            given[column] =
                    end - begin != itsEnd - itsBegin
                            || !Arrays.equals(bytes, begin, end, before.bytes, itsBegin, itsEnd);
            begin = end;
            itsBegin = itsEnd;
        }
        return given;
    }

    int values() {
        return ends.length;
    }

    /** Prints how many values alone. */
    @Override
    public String toString() {
        return "RowText of " + ends.length;
    }
}
