/** The public form for requests of people who need not be users (P6); each change is audited. */
@NullMarked
package dev.avow.intake;

import org.jspecify.annotations.NullMarked;
