package dev.avow.translation;

import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Which members of a request may come along to another API.
 *
 * @param carried have their like there
 * @param dropped leave the answer the same
 * @param idle ask for nothing where they say one of these, as JSON
 */
record Members(Set<String> carried, Set<String> dropped, Map<String, Set<String>> idle) {

    /** Throws what is said of the first member that may not. */
    void check(Value request, BiFunction<String, Value, RuntimeException> refusal) {
        request.members()
                .forEach((name, value) -> {
                    if (!mayCome(name, value)) {
                        throw refusal.apply(name, value);
                    }
                });
    }

    private boolean mayCome(String name, Value value) {
        return value.isAbsent()
                || carried.contains(name)
                || dropped.contains(name)
                || idle.getOrDefault(name, Set.of()).contains(value.raw());
    }
}
