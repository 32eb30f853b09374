package dev.avow.retain;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A row's values as JSON in UTF-8, one after the other. */
final class RowText {

    private final byte[] bytes;
    private final int from;
    private final int[] ends;
    private final int first;
    private final int values;

    /**
     * @param bytes not copied; they do not change any more
     * @param from where the first value begins
     * @param ends of each value in the bytes, behind its last; not copied, and other rows' may
     *     stand there too
     * @param first where the first value's end stands
     * @param values how many there are; 0 where the bytes are a line by themselves
     */
    RowText(byte[] bytes, int from, int[] ends, int first, int values) {
        this.bytes = bytes;
        this.from = from;
        this.ends = ends;
        this.first = first;
        this.values = values;
    }

    /** An object, which is a line by itself. */
    static RowText ofObject(String json) {
        return new RowText((json + "\n").getBytes(StandardCharsets.UTF_8), 0, new int[0], 0, 0);
    }

    /**
     * Writes it as {@link RowLines} says: what is other than in the row before, or all of it.
     *
     * @param given of as many as there are values; written over
     */
    void writeAfter(@Nullable RowText before, boolean[] given, JsonBytes to) {
        if (values == 0) {
            to.put(bytes, from, bytes.length);
            return;
        }
        to.put('[');
        to.bits(changed(before, given));
        int begin = from;
        for (int column = 0; column < values; column++) {
            int end = ends[first + column];
            if (given[column]) {
                to.put(',');
                to.put(bytes, begin, end);
            }
            begin = end;
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
        for (int column = 0; column < values; column++) {
            int end = ends[first + column];
            int itsEnd = before.ends[before.first + column];
            given[column] =
                    end - begin != itsEnd - itsBegin
                            || !Arrays.equals(bytes, begin, end, before.bytes, itsBegin, itsEnd);
            begin = end;
            itsBegin = itsEnd;
        }
        return given;
    }

    int values() {
        return values;
    }

    /** Prints how many values alone. */
    @Override
    public String toString() {
        return "RowText of " + values;
    }
}
