/** What recognizers share: checksums, shapes, and what stands around a value. */
@NullMarked
package dev.avow.detector.validators;

import org.jspecify.annotations.NullMarked;
