package dev.avow.control;

import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.List;

/**
 * What the control plane answers, as {@link Routes} add to it. Paths are whole and written as
 * OpenAPI does: {@code /api/v1/api-keys/{id}}. Used at start only, by one thread.
 */
public final class RouteTable {

    /**
     * One method of one path.
     *
     * @param form whether its body is a form of HTML's, and not JSON
     */
    record Entry(HttpMethod method, String path, Access access, boolean form, Handling handling) {}

    private final List<Entry> entries = new ArrayList<>();

    RouteTable() {}

    /** For whoever may read. */
    public RouteTable get(String path, Handling handling) {
        return get(path, Access.READ, handling);
    }

    public RouteTable get(String path, Access access, Handling handling) {
        return add(HttpMethod.GET, path, access, handling);
    }

    /** For administrators. */
    public RouteTable post(String path, Handling handling) {
        return post(path, Access.ADMIN, handling);
    }

    public RouteTable post(String path, Access access, Handling handling) {
        return add(HttpMethod.POST, path, access, handling);
    }

    /** For anybody, by a form of one of our own pages. */
    public RouteTable form(String path, Handling handling) {
        return add(HttpMethod.POST, path, Access.PUBLIC, true, handling);
    }

    /** For administrators. */
    public RouteTable put(String path, Handling handling) {
        return put(path, Access.ADMIN, handling);
    }

    public RouteTable put(String path, Access access, Handling handling) {
        return add(HttpMethod.PUT, path, access, handling);
    }

    /** For administrators. */
    public RouteTable patch(String path, Handling handling) {
        return patch(path, Access.ADMIN, handling);
    }

    public RouteTable patch(String path, Access access, Handling handling) {
        return add(HttpMethod.PATCH, path, access, handling);
    }

    /** For administrators. */
    public RouteTable delete(String path, Handling handling) {
        return delete(path, Access.ADMIN, handling);
    }

    public RouteTable delete(String path, Access access, Handling handling) {
        return add(HttpMethod.DELETE, path, access, handling);
    }

    private RouteTable add(HttpMethod method, String path, Access access, Handling handling) {
        return add(method, path, access, false, handling);
    }

    private RouteTable add(
            HttpMethod method, String path, Access access, boolean form, Handling handling) {
        for (Entry entry : entries) {
            if (entry.method().equals(method) && entry.path().equals(path)) {
                throw new IllegalStateException(method + " " + path + " is mounted twice");
            }
        }
        entries.add(new Entry(method, path, access, form, handling));
        return this;
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }
}
