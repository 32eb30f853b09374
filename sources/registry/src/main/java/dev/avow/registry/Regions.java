package dev.avow.registry;

import dev.avow.words.Fault;
import dev.avow.words.FaultCode;
import dev.avow.words.Region;
import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Regions as people and rows write them. */
public final class Regions {

    private Regions() {}

    /**
     * A region as somebody wrote it; null for null.
     *
     * @throws dev.avow.words.FaultException INVALID_VALUE naming the field
     */
    public static @Nullable Region of(@Nullable String text, String field) {
        return text == null ? null : one(text, field);
    }

    /** Regions as somebody wrote them, each once. Fails as {@link #of(String, String)} does. */
    public static List<Region> of(List<@Nullable String> texts, String field) {
        List<Region> regions = new ArrayList<>(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            Region region =
                    one(Objects.requireNonNullElse(texts.get(i), ""), field + "[" + i + "]");
            if (!regions.contains(region)) {
                regions.add(region);
            }
        }
        return regions;
    }

    private static Region one(String text, String field) {
        return Region.of(text)
                .orElseThrow(() ->
                        Fault.of(
                                        FaultCode.INVALID_VALUE,
                                        "a region is one of " + Region.all(),
                                        field)
                                .asException());
    }

    /** A row's array; a name that is not known here is left out, and so allows nothing. */
    static List<Region> of(Array array) {
        try {
            return Arrays.stream((String[]) array.getArray())
                    .flatMap(each -> Region.of(each).stream())
                    .toList();
        } catch (SQLException unreadable) {
            throw new IllegalStateException("regions could not be read", unreadable);
        }
    }
}
