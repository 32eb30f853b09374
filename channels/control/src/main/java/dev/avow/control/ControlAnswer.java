package dev.avow.control;

import dev.avow.words.FaultException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a route answers. Records are written as JSON with snake_case names, times as ISO 8601, null
 * as null.
 *
 * @param status the HTTP status
 * @param body what is written as JSON; null for no body
 * @param headers further headers
 */
public record ControlAnswer(int status, @Nullable Object body, Map<String, String> headers) {

    public ControlAnswer {
        headers = Map.copyOf(headers);
    }

    public static ControlAnswer ok(Object body) {
        return new ControlAnswer(200, body, Map.of());
    }

    /**
     * What there is under an id; empty where the tenant has nothing there.
     *
     * @throws FaultException {@code not_found}, where it is empty
     */
    static ControlAnswer found(Optional<?> body) {
        return ok(body.orElseThrow(() -> ControlRequest.notFound().asException()));
    }

    public static ControlAnswer created(Object body) {
        return new ControlAnswer(201, body, Map.of());
    }

    public static ControlAnswer noContent() {
        return new ControlAnswer(204, null, Map.of());
    }

    /** The same answer with one more header. */
    public ControlAnswer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new ControlAnswer(status, body, more);
    }

    /** Prints the status alone. */
    @Override
    public String toString() {
        return "ControlAnswer " + status;
    }
}
