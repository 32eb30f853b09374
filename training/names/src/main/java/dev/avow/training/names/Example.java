package dev.avow.training.names;

import java.util.List;

/**
 * A text with its names.
 *
 * @param text the text
 * @param labels where names are, ordered and not overlapping
 */
record Example(String text, List<Label> labels) {

    /**
     * One name.
     *
     * @param start in UTF-16 code units, inclusive
     * @param end exclusive
     * @param tag one of the beginnings in {@code Tag}
     */
    record Label(int start, int end, int tag) {}

    Example {
        labels = List.copyOf(labels);
    }
}
