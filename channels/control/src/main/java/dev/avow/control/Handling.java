package dev.avow.control;

/** Answers one kind of request. Plain blocking code: it runs on a virtual thread of its own. */
@FunctionalInterface
public interface Handling {

    /**
     * Answers.
     *
     * @throws dev.avow.words.FaultException for what the caller is to be told; anything else is
     *     answered as {@code internal}
     */
    ControlAnswer answer(ControlRequest request);
}
