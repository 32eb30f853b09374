package dev.avow.control;

import dev.avow.admit.Caller;
import dev.avow.admit.Scope;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;

/** Who may call a route. */
public enum Access {
    /** Anyone, also without a credential. */
    PUBLIC,
    /** A person who is signed in, or a key that acts as one, whatever its scopes. */
    PERSON,
    /** Whoever may use models, or has the scope {@code admin}: who uses one may report it. */
    MODELS,
    /** Whoever has the scope {@code read} or {@code admin}. */
    READ,
    /** Whoever has the scope {@code admin}. */
    ADMIN;

    /**
     * Checks a known caller.
     *
     * @throws dev.avow.words.FaultException {@code not_allowed} where the route is not for them
     */
    void check(Caller caller) {
        boolean allowed =
                switch (this) {
                    case PUBLIC -> true;
                    case PERSON -> caller.userId() != null;
                    case MODELS -> caller.may(Scope.MODELS) || caller.may(Scope.ADMIN);
                    case READ -> caller.may(Scope.READ);
                    case ADMIN -> caller.may(Scope.ADMIN);
                };
        if (!allowed) {
            throw Fault.of(
                            FaultCode.NOT_ALLOWED,
                            this == PERSON
                                    ? "this is about a person; sign in, or use a key made with"
                                            + " --user"
                                    : "this needs the scope "
                                            + name().toLowerCase(java.util.Locale.ROOT))
                    .asException();
        }
    }
}
