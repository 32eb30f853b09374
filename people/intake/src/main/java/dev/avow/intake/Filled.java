package dev.avow.intake;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a form, to be shown again.
 *
 * @param wrong the field that is wrong, or what else is, as the words name it; null for nothing
 */
public record Filled(
        String kind, String law, String email, String details, @Nullable String wrong) {

    private static final Set<String> FIELDS = Set.of("kind", "law", "email", "details");

    /** Nothing. */
    public static final Filled EMPTY = new Filled("", "", "", "", null);

    static boolean isField(String name) {
        return FIELDS.contains(name);
    }

    /** Prints what is wrong alone. */
    @Override
    public String toString() {
        return "Filled, wrong: " + wrong;
    }
}
