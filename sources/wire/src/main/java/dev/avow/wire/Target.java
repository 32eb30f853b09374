package dev.avow.wire;

import dev.avow.words.Route;

/**
 * Where at a provider a request goes.
 *
 * @param path after the base URL, escaped as it goes over the wire
 * @param versioned whether the provider's version stands between the two
 * @param framing how a streamed answer comes
 */
public record Target(String path, boolean versioned, Framing framing) {

    /** A route that the provider shares with Avow. */
    public static Target of(Route route) {
        return new Target(route.path(), true, Framing.of(route));
    }

    /** A path of the provider's own. */
    public static Target at(String path, Framing framing) {
        return new Target(path, false, framing);
    }

    /** Prints nothing of the path, since it may hold a model's name. */
    @Override
    public String toString() {
        return "Target";
    }
}
