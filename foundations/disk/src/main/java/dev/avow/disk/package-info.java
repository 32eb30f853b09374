/** Files that are closed to others, and that a power cut leaves whole or not at all. */
@NullMarked
package dev.avow.disk;

import org.jspecify.annotations.NullMarked;
