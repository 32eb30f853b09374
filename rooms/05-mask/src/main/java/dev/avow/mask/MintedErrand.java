package dev.avow.mask;

import dev.avow.words.Destination;
import dev.avow.words.FormFiles;

/**
 * The one implementation, made by {@link Errands} alone.
 *
 * @param content the JSON that goes with it
 */
record MintedErrand(
        Kind kind, Destination destination, String remoteId, Content content, FormFiles files)
        implements Errand {

    /** Holds the bytes, so that the record compares by identity of its content. */
    static final class Content {
        private final byte[] json;

        Content(byte[] json) {
            this.json = json;
        }
    }

    @Override
    public byte[] body() {
        return content.json;
    }

    /** Prints the kind alone. */
    @Override
    public String toString() {
        return "Errand " + kind;
    }
}
