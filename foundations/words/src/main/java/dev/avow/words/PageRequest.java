package dev.avow.words;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted.
 *
 * @param limit rows, at most; 1 to {@value #MAX_LIMIT}
 * @param after the last row of the page before; null for the first page
 */
public record PageRequest(int limit, @Nullable Cursor after) {

    public static final int MAX_LIMIT = 200;
    public static final int DEFAULT_LIMIT = 50;

    /**
     * Checks the limit.
     *
     * @throws FaultException {@code invalid_value} where it is out of range
     */
    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw Fault.of(
                            FaultCode.INVALID_VALUE,
                            "limit must be a whole number from 1 to " + MAX_LIMIT,
                            "limit")
                    .asException();
        }
    }

    /** The first page, of the usual size. */
    public static PageRequest first() {
        return new PageRequest(DEFAULT_LIMIT, null);
    }

    /** The row that the page comes after; {@link Cursor#NEWEST} for the first page. */
    public Cursor start() {
        return after == null ? Cursor.NEWEST : after;
    }

    /** How many rows a store asks for: one more than it shows, to know whether there are others. */
    public int rowsToRead() {
        return limit + 1;
    }

    /** The page from up to {@link #rowsToRead()} rows. */
    public <T> Page<T> pageOf(List<T> rows, Function<T, Cursor> cursorOf) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        List<T> shown = rows.subList(0, limit);
        return new Page<>(shown, cursorOf.apply(shown.getLast()).text());
    }
}
