/** /api/v1, its description, and the console's files. */
@NullMarked
package dev.avow.control;

import org.jspecify.annotations.NullMarked;
