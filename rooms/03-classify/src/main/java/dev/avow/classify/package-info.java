/** What personal data the segments hold, and whether all of it was looked at. */
@NullMarked
package dev.avow.classify;

import org.jspecify.annotations.NullMarked;
