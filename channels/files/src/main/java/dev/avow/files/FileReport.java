package dev.avow.files;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found in one file. It holds places, never text.
 *
 * @param file as it was reached; {@code -} for standard input
 * @param places ordered by start
 * @param mediaType of a document whose text was taken out; null where the places are the file's own
 * @param gap why not all of it was looked at; null where all was. A file with a gap is not clean
 * @param ignored why nothing in it was looked at although nothing needs to be; null otherwise
 */
public record FileReport(
        Path file,
        List<Place> places,
        @Nullable String mediaType,
        @Nullable String gap,
        @Nullable String ignored) {

    public FileReport {
        places = List.copyOf(places);
    }
}
