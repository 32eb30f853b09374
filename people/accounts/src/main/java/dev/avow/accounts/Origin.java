package dev.avow.accounts;

import org.jspecify.annotations.Nullable;

/**
 * Where somebody who is not known yet calls from.
 *
 * @param ipAddress null where the connection has none
 * @param userAgent as sent; null where none
 */
public record Origin(@Nullable String ipAddress, @Nullable String userAgent) {

    /** Prints neither. */
    @Override
    public String toString() {
        return "Origin";
    }
}
