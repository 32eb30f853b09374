/** The public data-handling page: what it says, in which words, and how it looks. */
@NullMarked
package dev.avow.trust;

import org.jspecify.annotations.NullMarked;
