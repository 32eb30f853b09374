package dev.avow.app;

import java.util.Locale;

/** How a provider in tests is reached. */
enum Way {
    /** By HTTP/1.1, in the clear. */
    PLAIN,
    /** By HTTP/2 over TLS, where that is asked for. */
    SHARED;

    /** As a part of a provider's name. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
