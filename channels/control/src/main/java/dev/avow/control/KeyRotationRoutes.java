package dev.avow.control;

import dev.avow.rotation.KeyRotation;
import dev.avow.rotation.KeyRotations;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/v1/key-rotations}: new versions of the key that a tenant's data is sealed under
 * (promise I7). For administrators alone.
 */
public final class KeyRotationRoutes implements Routes {

    private static final String PATH = "/api/v1/key-rotations";

    private record View(
            UUID id,
            String state,
            String reason,
            @Nullable UUID requestedBy,
            Instant requestedAt,
            @Nullable Instant promotedAt,
            @Nullable Instant completedAt,
            long moved,
            long unreadable,
            @Nullable String waitingFor) {

        static View of(KeyRotation rotation) {
            return new View(
                    rotation.id(),
                    rotation.state().id(),
                    rotation.reason().id(),
                    rotation.requestedBy(),
                    rotation.requestedAt(),
                    rotation.promotedAt(),
                    rotation.completedAt(),
                    rotation.moved(),
                    rotation.unreadable(),
                    rotation.waitingFor());
        }
    }

    private final KeyRotations rotations;

    public KeyRotationRoutes(KeyRotations rotations) {
        this.rotations = rotations;
    }

    @Override
    public void mount(RouteTable table) {
        table.get(PATH, Access.ADMIN, this::list)
                .post(PATH, this::request)
                .get(PATH + "/{id}", Access.ADMIN, this::find);
    }

    @Override
    public String description() {
        return "key-rotations.json";
    }

    private ControlAnswer list(ControlRequest request) {
        return ControlAnswer.ok(rotations.page(request.tenant(), request.page()).map(View::of));
    }

    private ControlAnswer find(ControlRequest request) {
        return ControlAnswer.found(
                rotations.find(request.tenant(), request.pathId()).map(View::of));
    }

    private ControlAnswer request(ControlRequest request) {
        return ControlAnswer.created(View.of(rotations.request(request.actor())));
    }
}
