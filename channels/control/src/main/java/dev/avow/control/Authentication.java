package dev.avow.control;

import dev.avow.admit.Caller;
import dev.avow.admit.Callers;
import dev.avow.admit.Identity;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who calls: by {@code Authorization: Bearer avow_…} (RFC 6750), else by the session
 * cookie. Where both are sent, the header counts.
 */
final class Authentication {

    private static final String BEARER = "bearer ";

    private final Callers callers;

    Authentication(Callers callers) {
        this.callers = callers;
    }

    /**
     * The caller; empty where the request carries no credential.
     *
     * @throws dev.avow.words.FaultException where it carries one that is not good, or a cookie from
     *     a page that is not ours
     */
    Optional<Caller> identify(RawRequest request) {
        String header = request.authorization();
        if (header != null) {
            return Optional.of(known(callers.identifyApiKey(plaintextKey(header))));
        }
        String token = request.plaintextSessionToken();
        if (token != null) {
            SameOrigin.check(request, true);
            return Optional.of(known(callers.identifySession(token)));
        }
        return Optional.empty();
    }

    static Fault notSignedIn() {
        return Fault.of(
                FaultCode.NOT_SIGNED_IN,
                "sign in, or send an API key as Authorization: Bearer avow_…");
    }

    private static String plaintextKey(@Nullable String header) {
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            return ""; // nobody's key
        }
        return header.substring(BEARER.length()).strip();
    }

    private static Caller known(Identity identity) {
        return switch (identity) {
            case Identity.Known known -> known.caller();
            case Identity.Unknown unknown -> throw unknown.fault().asException();
        };
    }
}
