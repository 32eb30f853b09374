/** What JavaScript calls: the detector behind a door of plain values. */
@NullMarked
package dev.avow.detector.js;

import org.jspecify.annotations.NullMarked;
