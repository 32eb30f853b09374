package dev.avow.prove;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The values of an entry that are sealed, as text, by the names in {@link AuditLeaf#SEALED}. */
final class SealedValues {

    private final Map<String, String> values;

    private SealedValues(Map<String, String> values) {
        this.values = values;
    }

    static SealedValues of(AuditRecord entry) {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "actor_email", entry.actorEmail());
        put(values, "changes", entry.changes().jsonOrNull());
        put(values, "ip_address", entry.ipAddress());
        put(values, "user_agent", entry.userAgent());
        return new SealedValues(values);
    }

    /** Values by the names of their fields. */
    static SealedValues of(Map<String, String> values) {
        return new SealedValues(new LinkedHashMap<>(values));
    }

    private static void put(Map<String, String> values, String field, @Nullable String value) {
        if (value != null) {
            values.put(field, value);
        }
    }

    /** All but those of some fields. */
    SealedValues without(Predicate<String> fields) {
        Map<String, String> left = new LinkedHashMap<>(values);
        left.keySet().removeIf(fields);
        return new SealedValues(left);
    }

    /** A field's value; null where the entry has none. */
    @Nullable String of(String field) {
        return values.get(field);
    }

    /** In the order of {@link AuditLeaf#SEALED}; null where the entry has no such value. */
    List<@Nullable String> commitments(byte[] nonce) {
        List<@Nullable String> all = new ArrayList<>();
        for (String field : AuditLeaf.SEALED) {
            String value = values.get(field);
            all.add(value == null ? null : AuditLeaf.commitment(nonce, field, value));
        }
        return all;
    }

    /** Prints no value. */
    @Override
    public String toString() {
        return "SealedValues";
    }
}
