package dev.avow.control;

import dev.avow.accounts.Invitations;
import dev.avow.accounts.Names;
import dev.avow.accounts.Role;
import dev.avow.accounts.Sessions;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Who else may sign in (promise I3): administrators invite, and who is invited sets a password. */
public final class InvitationRoutes implements Routes {

    private static final String OF_ONE = "/api/v1/users/{id}/invitation";

    private record NewInvitation(
            String email,
            String role,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable Boolean mail) {
        @Override
        public String toString() {
            return "NewInvitation";
        }
    }

    private record AnotherLink(@Nullable Boolean mail) {}

    private record Acceptance(
            String token, String password, @Nullable String firstName, @Nullable String lastName) {
        @Override
        public String toString() {
            return "Acceptance";
        }
    }

    private record InvitedView(
            UserView user, boolean mailed, @Nullable String link, Instant expiresAt) {

        static InvitedView of(Invitations.Invited invited) {
            return new InvitedView(
                    UserView.of(invited.user()),
                    invited.plaintextLink() == null,
                    invited.plaintextLink(),
                    invited.expiresAt());
        }

        @Override
        public String toString() {
            return "InvitedView";
        }
    }

    private final Invitations invitations;

    public InvitationRoutes(Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public void mount(RouteTable table) {
        table.post("/api/v1/users", this::invite)
                .post(OF_ONE, this::inviteAgain)
                .delete(OF_ONE, this::withdraw);
        table.post("/api/v1/invitations/accept", Access.PUBLIC, this::accept);
    }

    @Override
    public String description() {
        return "invitations.json";
    }

    private ControlAnswer invite(ControlRequest request) {
        NewInvitation wanted = request.body(NewInvitation.class);
        return ControlAnswer.created(
                InvitedView.of(
                        invitations.invite(
                                request.actor(),
                                wanted.email(),
                                role(wanted.role()),
                                new Names(wanted.firstName(), wanted.lastName()),
                                wanted.mail())));
    }

    private ControlAnswer inviteAgain(ControlRequest request) {
        return ControlAnswer.created(
                InvitedView.of(
                        invitations.invite(
                                request.actor(),
                                request.pathId(),
                                request.body(AnotherLink.class).mail())));
    }

    private ControlAnswer withdraw(ControlRequest request) {
        return ControlAnswer.ok(
                UserView.of(invitations.withdraw(request.actor(), request.pathId())));
    }

    private ControlAnswer accept(ControlRequest request) {
        Acceptance wanted = request.body(Acceptance.class);
        Sessions.SignedIn signedIn =
                invitations.accept(
                        wanted.token(),
                        wanted.password(),
                        new Names(wanted.firstName(), wanted.lastName()),
                        request.origin());
        return SessionCookie.set(
                ControlAnswer.created(UserView.of(signedIn.user())), signedIn, request);
    }

    private static Role role(String id) {
        return Arrays.stream(Role.values())
                .filter(role -> role.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        Fault.of(FaultCode.INVALID_VALUE, "must be 'admin' or 'viewer'", "role")
                                .asException());
    }
}
