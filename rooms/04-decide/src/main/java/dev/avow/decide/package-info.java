/** Pure policy: allow, mask, coach, block, or a gap. */
@NullMarked
package dev.avow.decide;

import org.jspecify.annotations.NullMarked;
