/** Ids, data classes and fault codes. */
@NullMarked
package dev.avow.words;

import org.jspecify.annotations.NullMarked;
