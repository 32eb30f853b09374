/** A fake upstream and a load generator, beside the peers. */
@NullMarked
package dev.avow.bench.load;

import org.jspecify.annotations.NullMarked;
