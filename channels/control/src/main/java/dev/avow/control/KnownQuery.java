package dev.avow.control;

import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import io.vertx.core.MultiMap;
import java.util.Set;
import java.util.TreeSet;

/**
 * The query parameters that a route is described with. Others are refused, since a filter that is
 * misspelt and passed over would show everything.
 */
record KnownQuery(Set<String> names) {

    KnownQuery {
        names = Set.copyOf(names);
    }

    /**
     * Checks what a request gives.
     *
     * @throws dev.avow.words.FaultException that names what is not known here, or given twice
     */
    void check(MultiMap given) {
        for (String name : given.names()) {
            if (!names.contains(name)) {
                throw refused(name, FaultCode.UNKNOWN_FIELD, "a query parameter is not known here");
            }
            if (given.getAll(name).size() > 1) {
                throw refused(name, FaultCode.INVALID_VALUE, "a query parameter is given twice");
            }
        }
    }

    private RuntimeException refused(String name, FaultCode code, String what) {
        String taken =
                names.isEmpty()
                        ? "this route takes none"
                        : "this route takes " + String.join(", ", new TreeSet<>(names));
        return Fault.of(code, what + "; " + taken, Json.shortened(name)).asException();
    }
}
