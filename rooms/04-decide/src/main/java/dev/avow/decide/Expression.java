package dev.avow.decide;

/**
 * A condition that somebody wrote in a language of conditions. Two of the same source are equal.
 * Bounded in time; safe for any thread.
 */
public interface Expression {

    /** As it was written. */
    String source();

    /**
     * Whether it is true.
     *
     * @throws Failed where that could not be told
     */
    boolean holds(Facts facts);

    /** An expression that ended in no answer. Says nothing of the facts. */
    final class Failed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Failed() {
            super("a policy's expression could not be evaluated");
        }
    }
}
