package dev.avow.control;

import dev.avow.accounts.Names;
import dev.avow.accounts.Users;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A person's own account: seen and put right by themselves (promises P4, P8). */
public final class MeRoutes implements Routes {

    private static final String PATH = "/api/v1/users/me";
    private static final String FIRST = "first_name";
    private static final String LAST = "last_name";

    private final Users users;

    public MeRoutes(Users users) {
        this.users = users;
    }

    @Override
    public void mount(RouteTable table) {
        table.get(PATH, Access.PERSON, this::show);
        table.patch(PATH, Access.PERSON, this::rectify);
    }

    @Override
    public String description() {
        return "users.json";
    }

    private ControlAnswer show(ControlRequest request) {
        return ControlAnswer.found(
                users.find(request.tenant(), request.userId()).map(UserView::of));
    }

    /** Fields that are not named stay as they are; null takes a name away. */
    private ControlAnswer rectify(ControlRequest request) {
        ObjectNode body = request.bodyObject(Set.of(FIRST, LAST));
        return ControlAnswer.ok(
                UserView.of(
                        users.rename(
                                request.actor(),
                                request.userId(),
                                names ->
                                        new Names(
                                                value(body, FIRST, names.first()),
                                                value(body, LAST, names.last())))));
    }

    private static @Nullable String value(
            ObjectNode body, String field, @Nullable String unchanged) {
        JsonNode value = body.get(field);
        if (value == null) {
            return unchanged;
        }
        if (value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw Fault.of(FaultCode.INVALID_VALUE, field + " must be text or null", field)
                    .asException();
        }
        return value.stringValue();
    }
}
