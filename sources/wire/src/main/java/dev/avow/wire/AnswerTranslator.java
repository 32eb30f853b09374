package dev.avow.wire;

import java.util.List;

/**
 * Brings one answer of a provider into the shape of the caller's route. Each method throws {@code
 * FaultException} where the provider sent garbage or broke off with an error; what a provider sends
 * and nobody knows is left out. For one call; not safe for more than one thread.
 */
public interface AnswerTranslator {

    /** A whole answer. */
    byte[] whole(byte[] json);

    /** The caller's events for one of the provider's; empty where it has none to say. */
    List<byte[]> event(byte[] json);

    /** The events that end the stream, once the provider's has ended as it should. */
    List<byte[]> end();

    /**
     * A refusal.
     *
     * @param status HTTP's, 400 to 499, which the caller hears too
     */
    byte[] refusal(int status, byte[] json);
}
