package dev.avow.control;

/** Routes of the control plane that belong together, such as those of policies. */
public interface Routes {

    /** Adds the routes to the table. Called once, at start. */
    void mount(RouteTable table);

    /**
     * The name of the JSON file under {@code dev/avow/control/openapi/} that describes these routes
     * (OpenAPI 3.1: {@code paths}, and {@code components.schemas} where need be). A test holds it
     * against what is mounted.
     */
    String description();
}
