/** Finding and replacing strings inside JSON bytes without touching the rest. */
@NullMarked
package dev.avow.json;

import org.jspecify.annotations.NullMarked;
