package dev.avow.wire;

import java.net.URI;
import java.util.Map;
import java.util.function.Supplier;

/** How a provider is shown its key. Safe for any thread. */
public interface KeyUse {

    /**
     * The headers that show it.
     *
     * @param plaintextKey visible ASCII characters, no spaces
     * @param method HTTP's
     * @param uri tells the whole address, escaped as it goes over the wire
     * @param body empty where there is none; not changed
     * @throws dev.avow.words.FaultException where it is no key that this provider could take
     */
    Map<String, String> headers(String plaintextKey, String method, Supplier<URI> uri, byte[] body);

    /** Whether it reads all of a body, so that large ones are not for an event loop. */
    default boolean readsBody() {
        return false;
    }

    /** Whether it may have to wait for somebody, which is not for an event loop either. */
    default boolean waits() {
        return false;
    }

    /**
     * Told that the provider refused what {@link #headers} gave with 401. Called for keys that have
     * to wait only, and may wait itself.
     *
     * @param shown the headers of that request
     * @return whether there may be others by now, so that the request is worth another try
     */
    default boolean refused(String plaintextKey, Map<String, String> shown) {
        return false;
    }

    /** The key goes as it is into a header, after a prefix that may be empty. */
    static KeyUse header(String name, String prefix) {
        return (plaintextKey, _, _, _) -> Map.of(name, prefix + plaintextKey);
    }
}
