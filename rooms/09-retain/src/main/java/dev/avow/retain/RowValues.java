package dev.avow.retain;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values of rows, read from the bytes that the database sent where it sent them in binary (it does
 * so for a statement that was asked some times before); what the driver makes of them otherwise
 * takes several objects for each. Source: PostgreSQL's {@code timestamptz_send} and {@code
 * uuid_send}.
 */
final class RowValues {

    /** 2000-01-01, from which the database counts its microseconds. */
    private static final long EPOCH_SECOND = 946_684_800;

    private static final long MICROS = 1_000_000;

    private RowValues() {}

    static @Nullable UUID uuid(ResultSet row, int column) throws SQLException {
        byte[] sent = row.getBytes(column);
        if (sent == null) {
            return null;
        }
        if (sent.length != 16) {
            return row.getObject(column, UUID.class);
        }
        ByteBuffer bytes = ByteBuffer.wrap(sent);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    static @Nullable Instant time(ResultSet row, int column) throws SQLException {
        byte[] sent = row.getBytes(column);
        if (sent == null) {
            return null;
        }
        long micros = sent.length == 8 ? ByteBuffer.wrap(sent).getLong() : Long.MAX_VALUE;
        if (micros == Long.MAX_VALUE || micros == Long.MIN_VALUE) { // text, or without an end
            return row.getObject(column, OffsetDateTime.class).toInstant();
        }
        return Instant.ofEpochSecond(
                EPOCH_SECOND + Math.floorDiv(micros, MICROS),
                Math.floorMod(micros, MICROS) * 1_000);
    }
}
