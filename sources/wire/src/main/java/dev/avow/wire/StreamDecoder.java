package dev.avow.wire;

import java.util.List;

/**
 * Cuts the bytes of a stream into the documents of its events. What is held is bounded. For one
 * stream; not safe for more than one thread.
 */
public interface StreamDecoder {

    /** An event grew above the limit. */
    final class TooLarge extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /**
     * The document of every event that these bytes complete; a list that the caller may change.
     *
     * @throws dev.avow.words.FaultException where the bytes are no such stream
     */
    List<byte[]> feed(byte[] bytes) throws TooLarge;
}
