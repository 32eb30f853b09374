package dev.avow.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * A place that says itself what is wrong with it and what to do: the message is one line that an
 * operator may read, without content and without a secret.
 */
public final class PlaceUnusable extends IOException {

    private static final long serialVersionUID = 1L;

    public PlaceUnusable(String message) {
        super(message);
    }

    /** What the place says; else what is said of a folder. */
    static String said(Exception why, String ofAFolder) {
        @Nullable Throwable cause = why instanceof UncheckedIOException ? why.getCause() : why;
        return cause instanceof PlaceUnusable place
                ? String.valueOf(place.getMessage())
                : ofAFolder;
    }
}
