/** Words of medicine and law. */
@NullMarked
package dev.avow.detector.terms;

import org.jspecify.annotations.NullMarked;
