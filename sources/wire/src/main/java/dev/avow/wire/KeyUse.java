package dev.avow.wire;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** How a provider is shown its key. Never waits. Safe for any thread. */
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

    /**
     * What of those headers is secret, each from where it differs from others of its kind: who
     * repeats one has told the key (promise B8).
     *
     * @param shown what {@link #headers} gave
     * @return empty where it is the key itself
     */
    default Optional<List<String>> secrets(String plaintextKey, Map<String, String> shown) {
        return Optional.empty();
    }

    /** Whether it reads all of a body, so that large ones are not for an event loop. */
    default boolean readsBody() {
        return false;
    }

    /** Whether the key is exchanged for something else, which may take a while: {@link #ready}. */
    default boolean waits() {
        return false;
    }

    /**
     * How the key is shown, once somebody was asked for what is shown in its place. Returns at
     * once, with the same stage to all who wait for the same.
     *
     * @return ends on any thread; fails with a {@code FaultException}
     */
    default CompletionStage<KeyUse> ready(String plaintextKey) {
        return CompletableFuture.completedFuture(this);
    }

    /**
     * Told that the provider refused what {@link #headers} gave with 401. Called for keys that have
     * to wait only.
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
