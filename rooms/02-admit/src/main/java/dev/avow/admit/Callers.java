package dev.avow.admit;

import java.util.Optional;

/** Tells who holds a credential. Implemented where accounts are kept. Safe for any thread. */
public interface Callers {

    /** What memory knows of an API key, without waiting; empty where the store must be asked. */
    Optional<Identity> recallApiKey(String plaintextKey);

    /** Asks the store where need be; blocks. */
    Identity identifyApiKey(String plaintextKey);

    /** Whose sign-in a session cookie's value is; blocks where memory does not know. */
    Identity identifySession(String plaintextToken);
}
