/** How fast the detector is, and how often it is right. */
@NullMarked
package dev.avow.bench.detector;

import org.jspecify.annotations.NullMarked;
