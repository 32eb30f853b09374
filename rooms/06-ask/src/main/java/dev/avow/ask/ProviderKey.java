package dev.avow.ask;

import dev.avow.sealing.UnsealAccess;

/**
 * A tenant's key for a provider, still sealed (promise B8). It is opened for each call and not
 * kept. Safe for any thread.
 */
public interface ProviderKey {

    /** The key in the clear. */
    String plaintext(UnsealAccess access);
}
