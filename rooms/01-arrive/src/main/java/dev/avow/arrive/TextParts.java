package dev.avow.arrive;

import dev.avow.words.Route;
import java.util.Set;

/** What the routes' tables say of text, for whoever holds them against something. */
public final class TextParts {

    private TextParts() {}

    /**
     * The top-level members of a route's bodies that hold what the model is asked. Strings
     * elsewhere are scanned as well; they do not count for fingerprint, length and receipt.
     */
    public static Set<String> prompts(Route route) {
        return Set.copyOf(RouteTable.of(route).prompts());
    }
}
