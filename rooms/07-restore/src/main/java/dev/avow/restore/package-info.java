/** Answers are classified and originals put back. */
@NullMarked
package dev.avow.restore;

import org.jspecify.annotations.NullMarked;
