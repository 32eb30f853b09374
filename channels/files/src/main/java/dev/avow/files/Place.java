package dev.avow.files;

import dev.avow.detector.api.Finding;

/**
 * A finding and where it stands.
 *
 * @param line from 1
 * @param column from 1, in UTF-16 code units
 */
public record Place(Finding finding, int line, int column) {}
