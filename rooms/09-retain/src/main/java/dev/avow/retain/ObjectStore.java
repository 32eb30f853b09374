package dev.avow.retain;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where files go that are not the database's: a folder, or an S3-compatible store. Names are paths
 * of plain characters parted by {@code /}. Safe for any thread; blocks.
 *
 * <p>Every method throws a {@link dev.avow.words.FaultException} {@code store_unavailable} where
 * the store cannot be reached or refuses; what was asked may then have been done or not.
 */
public interface ObjectStore {

    /** What a store takes in little more time than one. */
    int AT_ONCE = 4;

    /** Writes an object whole, or replaces it whole; durable on return. */
    void put(String name, byte[] content);

    /**
     * Writes several; all are durable on return. Where it fails, some may be there and others not.
     *
     * @param content by name
     */
    default void putAll(Map<String, byte[]> content) {
        new TenantLanes(AT_ONCE)
                .each(
                        List.copyOf(content.entrySet()),
                        () -> true,
                        each -> put(each.getKey(), each.getValue()));
    }

    /** An object; empty where there is none of this name. */
    Optional<byte[]> get(String name);

    /** Deletes an object; none of this name is fine. */
    void delete(String name);
}
