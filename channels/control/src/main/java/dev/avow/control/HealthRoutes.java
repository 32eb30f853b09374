package dev.avow.control;

import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import java.util.function.BooleanSupplier;

/** For operators: whether the process lives, and whether it can do its work. */
public final class HealthRoutes implements Routes {

    private record Health(String status) {}

    private final BooleanSupplier databaseAnswers;

    /**
     * The routes.
     *
     * @param databaseAnswers asks the database something small; blocks, and may throw
     */
    public HealthRoutes(BooleanSupplier databaseAnswers) {
        this.databaseAnswers = databaseAnswers;
    }

    @Override
    public void mount(RouteTable table) {
        table.get("/health/live", Access.PUBLIC, _ -> ControlAnswer.ok(new Health("live")));
        table.get("/health/ready", Access.PUBLIC, _ -> ready());
    }

    @Override
    public String description() {
        return "health.json";
    }

    private ControlAnswer ready() {
        if (databaseAnswers.getAsBoolean()) {
            return ControlAnswer.ok(new Health("ready"));
        }
        throw Fault.of(FaultCode.STORE_UNAVAILABLE, "the database does not answer").asException();
    }
}
