package dev.avow.retain;

import java.util.Optional;

/**
 * Where files go that are not the database's: a folder, or an S3-compatible store. Names are paths
 * of plain characters parted by {@code /}. Safe for any thread; blocks.
 *
 * <p>Every method throws a {@link dev.avow.words.FaultException} {@code store_unavailable} where
 * the store cannot be reached or refuses; what was asked may then have been done or not.
 */
public interface ObjectStore {

    /** Writes an object whole, or replaces it whole; durable on return. */
    void put(String name, byte[] content);

    /** An object; empty where there is none of this name. */
    Optional<byte[]> get(String name);

    /** Deletes an object; none of this name is fine. */
    void delete(String name);
}
