/** Who is calling, for which tenant. */
@NullMarked
package dev.avow.admit;

import org.jspecify.annotations.NullMarked;
