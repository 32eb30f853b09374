package dev.avow.control;

import dev.avow.accounts.Sessions;

/** Signing in and out. */
public final class SessionRoutes implements Routes {

    private record Credentials(String email, String password) {
        @Override
        public String toString() {
            return "Credentials";
        }
    }

    private record SignedInView(UserView user) {}

    private final Sessions sessions;

    public SessionRoutes(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void mount(RouteTable table) {
        table.post("/api/v1/sessions", Access.PUBLIC, this::signIn);
        table.delete("/api/v1/sessions/current", Access.PUBLIC, this::signOut);
    }

    @Override
    public String description() {
        return "sessions.json";
    }

    private ControlAnswer signIn(ControlRequest request) {
        Credentials credentials = request.body(Credentials.class);
        Sessions.SignedIn signedIn =
                sessions.signIn(credentials.email(), credentials.password(), request.origin());
        return SessionCookie.set(
                ControlAnswer.created(new SignedInView(UserView.of(signedIn.user()))),
                signedIn,
                request);
    }

    /** Also without a session: who wants to be signed out is. */
    private ControlAnswer signOut(ControlRequest request) {
        request.plaintextSessionToken()
                .ifPresent(token -> sessions.signOut(token, request.origin()));
        return SessionCookie.clear(ControlAnswer.noContent(), request);
    }
}
