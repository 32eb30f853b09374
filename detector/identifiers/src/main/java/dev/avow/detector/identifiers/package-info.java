/** Numbers that countries give to persons and businesses. */
@NullMarked
package dev.avow.detector.identifiers;

import org.jspecify.annotations.NullMarked;
