package dev.avow.wire;

/**
 * Lets a provider be asked by a route that it lacks, by another one that it has. It sees what may
 * leave and what the provider answers, pseudonyms in both; originals are put back later, in the
 * shape of the caller's route. Safe for any thread.
 */
public interface Translation {

    /**
     * What the provider is to be asked instead.
     *
     * @param body a request of the caller's route as it may leave; not changed
     * @throws dev.avow.words.FaultException where it holds what the provider's route cannot carry;
     *     the fault names the field
     */
    Translated of(byte[] body);
}
