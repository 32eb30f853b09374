/**
 * How often the engine of topics is right on texts that it did not learn from, and what it costs.
 */
@NullMarked
package dev.avow.bench.topics;

import org.jspecify.annotations.NullMarked;
