/** Answers with what it was given; needs no key and no network. */
@NullMarked
package dev.avow.mirror;

import org.jspecify.annotations.NullMarked;
