package dev.avow.accounts;

import dev.avow.admit.Scope;
import java.util.Locale;
import java.util.Set;

/** What a person may do (promise I2). */
public enum Role {
    /** Everything. */
    ADMIN,
    /** Uses models and looks at what is recorded. */
    VIEWER;

    Set<Scope> scopes() {
        return switch (this) {
            case ADMIN -> Set.of(Scope.MODELS, Scope.READ, Scope.ADMIN);
            case VIEWER -> Set.of(Scope.MODELS, Scope.READ);
        };
    }

    /** As the database and the API write it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Role of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
