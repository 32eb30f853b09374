package dev.avow.arrive;

import dev.avow.json.JsonNode;
import dev.avow.json.JsonPath;
import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import org.jspecify.annotations.Nullable;

/**
 * What the bodies of one route must look like, as far as Avow itself relies on it; whether a
 * parameter suits a model is the provider's to say. One per body; told its nodes in order.
 */
interface BodyRules {

    /** Sees a value, never a name; tells what is wrong with it, or null. */
    @Nullable Fault see(JsonNode node, JsonPath path);

    /** Tells what is missing once everything was seen, or null. */
    @Nullable Fault missing();

    /** A member that stands twice: the two readers of a body could each take another one. */
    static Fault twice(JsonPath path) {
        return Fault.of(
                FaultCode.INVALID_VALUE, path + " stands twice; send it once", path.toString());
    }

    static Fault wrong(JsonPath path, String wanted) {
        return Fault.of(FaultCode.INVALID_VALUE, path + " must be " + wanted, path.toString());
    }

    static Fault missing(String field, String remedy) {
        return Fault.of(FaultCode.MISSING_VALUE, field + " is missing; " + remedy, field);
    }
}
