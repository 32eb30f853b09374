/** The policies that a tenant wrote. */
@NullMarked
package dev.avow.policies;

import org.jspecify.annotations.NullMarked;
