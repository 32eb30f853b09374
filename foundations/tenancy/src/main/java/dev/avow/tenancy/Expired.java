package dev.avow.tenancy;

import org.jdbi.v3.core.Handle;

/**
 * Rows whose time is over but that are still on the disk. No query sees them (the policy of {@code
 * interactions} says so) but of who deletes them, and asks for it here.
 */
public final class Expired {

    private static final String SHOW = "SELECT set_config('avow.expired', 'shown', true)";

    private Expired() {}

    /** Shows them until the transaction ends. For deletion and erasure, never for reading. */
    public static void show(Handle transaction) {
        transaction.createQuery(SHOW).map((_, _) -> true).one();
    }
}
