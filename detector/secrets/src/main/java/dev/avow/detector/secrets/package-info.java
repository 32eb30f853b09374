/** Keys, tokens and passwords. */
@NullMarked
package dev.avow.detector.secrets;

import org.jspecify.annotations.NullMarked;
