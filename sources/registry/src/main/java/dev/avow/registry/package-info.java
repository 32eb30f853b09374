/** The providers a tenant added, their sealed keys, and which of them offers a model. */
@NullMarked
package dev.avow.registry;

import org.jspecify.annotations.NullMarked;
