package dev.avow.record;

import dev.avow.words.Destination;
import java.time.Instant;
import java.util.UUID;

/**
 * What a provider still keeps and is to delete.
 *
 * @param id ours, by which nothing is to be found any more
 * @param destination the provider; its model is empty
 * @param remoteId the provider's own id
 * @param since when nothing was kept of it here any more
 */
public record RemoteCopy(
        UUID id, Kind kind, Destination destination, String remoteId, Instant since) {

    /** What it is there. */
    public enum Kind {
        /** A batch, which may still bring files. */
        BATCH,
        FILE,
        /** A batch that holds requests and answers itself. */
        MESSAGE_BATCH
    }

    /** Prints the id alone. */
    @Override
    public String toString() {
        return "RemoteCopy " + id;
    }
}
