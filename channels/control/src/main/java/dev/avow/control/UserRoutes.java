package dev.avow.control;

import dev.avow.accounts.Users;
import dev.avow.prove.AuditEntry;
import dev.avow.prove.AuditLog;
import dev.avow.words.PageRequest;
import java.util.Set;
import java.util.UUID;

/**
 * {@code /api/v1/users}: a tenant's accounts, and the groups by which policies name people
 * (promises I2, B7). For administrators alone; each look is in the audit log.
 */
public final class UserRoutes implements Routes {

    private static final String PATH = "/api/v1/users";
    private static final String ONE = PATH + "/{id}";
    private static final String GROUPS = "groups";

    private final Users users;
    private final AuditLog audit;

    public UserRoutes(Users users, AuditLog audit) {
        this.users = users;
        this.audit = audit;
    }

    @Override
    public void mount(RouteTable table) {
        table.get(PATH, this::list).get(ONE, this::show).patch(ONE, this::change);
    }

    @Override
    public String description() {
        return "accounts.json";
    }

    private ControlAnswer list(ControlRequest request) {
        PageRequest wanted = request.page();
        audit.append(request.actor(), AuditEntry.viewed("users_viewed", "user", null));
        return ControlAnswer.ok(users.page(request.tenant(), wanted).map(UserView::of));
    }

    private ControlAnswer show(ControlRequest request) {
        UUID id = request.pathId();
        audit.append(request.actor(), AuditEntry.viewed("user_viewed", "user", id.toString()));
        return ControlAnswer.found(users.find(request.tenant(), id).map(UserView::of));
    }

    private ControlAnswer change(ControlRequest request) {
        Members body = new Members(request.bodyObject(Set.of(GROUPS)));
        return ControlAnswer.ok(
                UserView.of(
                        users.regroup(
                                request.actor(),
                                request.pathId(),
                                before -> body.texts(GROUPS, before))));
    }
}
