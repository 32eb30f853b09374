/** Legal holds and retention, as people set them and see them; each change is audited. */
@NullMarked
package dev.avow.retention;

import org.jspecify.annotations.NullMarked;
