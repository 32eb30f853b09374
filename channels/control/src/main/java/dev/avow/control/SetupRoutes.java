package dev.avow.control;

import dev.avow.accounts.FirstAccount;
import dev.avow.accounts.Names;
import dev.avow.accounts.Sessions;
import org.jspecify.annotations.Nullable;

/** The first account of an installation, by the link that the start printed. */
public final class SetupRoutes implements Routes {

    private record Needed(boolean needed) {}

    private record NewAccount(
            String token,
            String email,
            String password,
            @Nullable String firstName,
            @Nullable String lastName) {
        @Override
        public String toString() {
            return "NewAccount";
        }
    }

    private final FirstAccount firstAccount;

    public SetupRoutes(FirstAccount firstAccount) {
        this.firstAccount = firstAccount;
    }

    @Override
    public void mount(RouteTable table) {
        table.get("/api/v1/setup", Access.PUBLIC, _ -> needed());
        table.post("/api/v1/setup", Access.PUBLIC, this::create);
    }

    @Override
    public String description() {
        return "setup.json";
    }

    private ControlAnswer needed() {
        return ControlAnswer.ok(new Needed(firstAccount.needed()));
    }

    private ControlAnswer create(ControlRequest request) {
        NewAccount wanted = request.body(NewAccount.class);
        Sessions.SignedIn first =
                firstAccount.createByLink(
                        wanted.token(),
                        wanted.email(),
                        wanted.password(),
                        new Names(wanted.firstName(), wanted.lastName()),
                        request.origin());
        return SessionCookie.set(ControlAnswer.created(UserView.of(first.user())), first, request);
    }
}
