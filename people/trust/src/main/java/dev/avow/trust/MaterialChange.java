package dev.avow.trust;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two versions.
 *
 * @param before null where it is new
 * @param after null where it is no longer said
 */
public record MaterialChange(Material.@Nullable Item before, Material.@Nullable Item after) {

    /** What became of something. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED;

        /** As words and the JSON name it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Kind kind() {
        return before == null ? Kind.ADDED : after == null ? Kind.REMOVED : Kind.CHANGED;
    }

    /** From one version to the next; what another wording says alike is no change. */
    public static List<MaterialChange> between(Material before, Material after) {
        Map<String, Material.Item> left = new LinkedHashMap<>();
        before.items().forEach(each -> left.put(each.key(), each));
        List<MaterialChange> changes = new ArrayList<>();
        for (Material.Item each : after.items()) {
            Material.Item was = left.remove(each.key());
            if (was == null || !was.value().equals(each.value())) {
                changes.add(new MaterialChange(was, each));
            }
        }
        left.values().forEach(gone -> changes.add(new MaterialChange(gone, null)));
        return changes;
    }
}
