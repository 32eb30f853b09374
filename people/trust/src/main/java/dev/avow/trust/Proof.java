package dev.avow.trust;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That a control did its work.
 *
 * @param id names it in the page's words
 * @param at when it last did; null where it has not yet
 * @param values for its words
 * @param evidence for machines, such as a signed note; null where there is none
 */
public record Proof(
        String id, @Nullable Instant at, Map<String, Object> values, @Nullable String evidence) {

    /** Where nothing runs by itself: the tests of the promise alone. */
    public static final Proof TESTS = new Proof("tests", null, Map.of(), null);

    public Proof {
        values = Map.copyOf(values);
    }

    /** Of a run; empty where there was none. */
    public static Proof run(String id, Optional<Instant> at) {
        return new Proof(id, at.orElse(null), Map.of(), null);
    }

    /** Whether it should have run and has not. */
    public boolean isMissing() {
        return at == null && !id.equals(TESTS.id);
    }
}
