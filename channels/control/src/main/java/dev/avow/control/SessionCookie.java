package dev.avow.control;

import dev.avow.accounts.Sessions;
import java.time.Duration;

/**
 * The one cookie there is (promise I5): strictly necessary, closed to scripts, and not sent along
 * from other sites (RFC 6265bis).
 */
final class SessionCookie {

    static final String NAME = "avow_session";

    private SessionCookie() {}

    static ControlAnswer set(
            ControlAnswer answer, Sessions.SignedIn signedIn, ControlRequest request) {
        return put(answer, signedIn.plaintextToken(), signedIn.life(), request);
    }

    static ControlAnswer clear(ControlAnswer answer, ControlRequest request) {
        return put(answer, "", Duration.ZERO, request);
    }

    private static ControlAnswer put(
            ControlAnswer answer, String value, Duration life, ControlRequest request) {
        return answer.with(
                "Set-Cookie",
                NAME
                        + "="
                        + value
                        + "; Path=/; Max-Age="
                        + life.toSeconds()
                        + "; HttpOnly; SameSite=Strict"
                        + (request.secure() ? "; Secure" : ""));
    }
}
