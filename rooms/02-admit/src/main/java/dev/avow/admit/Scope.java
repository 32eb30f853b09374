package dev.avow.admit;

import java.util.Locale;
import java.util.Optional;

/** What a key may do. */
public enum Scope {
    /** The model routes. */
    MODELS,
    /** Reading the control plane. */
    READ,
    /** All of the control plane. */
    ADMIN;

    /** As commands and the API write it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The scope of that name; empty where there is none. */
    public static Optional<Scope> of(String id) {
        for (Scope scope : values()) {
            if (scope.id().equals(id)) {
                return Optional.of(scope);
            }
        }
        return Optional.empty();
    }
}
