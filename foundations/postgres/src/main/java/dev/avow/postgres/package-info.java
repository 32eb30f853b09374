/** A real PostgreSQL server inside the home folder. */
@NullMarked
package dev.avow.postgres;

import org.jspecify.annotations.NullMarked;
