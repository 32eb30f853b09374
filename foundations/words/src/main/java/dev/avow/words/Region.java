package dev.avow.words;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where data is processed (promise T7). */
public enum Region {
    EU,
    US,
    UK,
    AU,
    NZ,
    /** On the installation's own ground: text does not leave it. */
    LOCAL;

    /** As it is written, in capitals or not; empty for anything else. */
    public static Optional<Region> of(String text) {
        String wanted = text.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values()).filter(each -> each.name().equals(wanted)).findFirst();
    }

    /** All of them, for a message. */
    public static String all() {
        return Arrays.stream(values()).map(Region::name).collect(Collectors.joining(", "));
    }

    /** Their names. */
    public static List<String> names(List<Region> regions) {
        return regions.stream().map(Region::name).toList();
    }
}
