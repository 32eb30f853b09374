/** Requests by people who need not be users (P6); each change is audited. */
@NullMarked
package dev.avow.requests;

import org.jspecify.annotations.NullMarked;
