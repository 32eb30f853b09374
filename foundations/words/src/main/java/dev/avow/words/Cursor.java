package dev.avow.words;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

/**
 * A place in a list that is sorted by time and id, newest first: the last row that was seen.
 *
 * <p>As text it is 32 base64url characters over microseconds since 1970 (8 bytes) and the id (16).
 * It grants nothing: whoever alters it sees another part of the list that is theirs anyway.
 *
 * @param at the row's time, in whole microseconds, as the database keeps it
 * @param id the row's id, which decides among rows of the same microsecond
 */
public record Cursor(Instant at, UUID id) {

    private static final int BYTES = 24;

    /** Beyond it the database's calendar may end, and no row of ours stands there. */
    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    /** Before the first row of every list: later than all of them. */
    public static final Cursor NEWEST = new Cursor(END_OF_TIME, new UUID(-1L, -1L));

    /** As a caller may hand it back. */
    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        ByteBuffer.allocate(BYTES)
                                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at))
                                .putLong(id.getMostSignificantBits())
                                .putLong(id.getLeastSignificantBits())
                                .array());
    }

    /**
     * Reads what {@link #text()} made.
     *
     * @throws FaultException {@code invalid_value} where it is anything else
     */
    public static Cursor parse(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length == BYTES) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                Instant at = Instant.EPOCH.plus(buffer.getLong(), ChronoUnit.MICROS);
                if (!at.isBefore(Instant.EPOCH) && at.isBefore(END_OF_TIME)) {
                    return new Cursor(at, new UUID(buffer.getLong(), buffer.getLong()));
                }
            }
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException notOurs) {
            // Told below, in the same words as a wrong length.
        }
        throw Fault.of(
                        FaultCode.INVALID_VALUE,
                        "this is no cursor; use next_cursor of the page before as it is",
                        "cursor")
                .asException();
    }
}
