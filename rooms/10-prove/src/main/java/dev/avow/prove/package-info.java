/** The audit log. */
@NullMarked
package dev.avow.prove;

import org.jspecify.annotations.NullMarked;
