package dev.avow.mask;

import dev.avow.words.Destination;
import dev.avow.words.Route;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one implementation, made by {@link Masking} alone. */
record MintedOutbound(
        Route route,
        Destination destination,
        boolean streamed,
        Bytes bytes,
        @Nullable String promptOrNull)
        implements Outbound {

    /** Holds the bytes, so that the record compares by identity of its content. */
    static final class Bytes {
        private final byte[] value;

        Bytes(byte[] value) {
            this.value = value;
        }
    }

    @Override
    public byte[] body() {
        return bytes.value;
    }

    @Override
    public Optional<String> promptAsItLeaves() {
        return Optional.ofNullable(promptOrNull);
    }

    /** Prints the length, never the text. */
    @Override
    public String toString() {
        return "Outbound of " + bytes.value.length + " bytes";
    }
}
