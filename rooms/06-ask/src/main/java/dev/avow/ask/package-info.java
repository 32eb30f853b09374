/** Which provider is asked, and how its answer streams back. */
@NullMarked
package dev.avow.ask;

import org.jspecify.annotations.NullMarked;
