/** The AI interaction, durable before the answer is released. */
@NullMarked
package dev.avow.record;

import org.jspecify.annotations.NullMarked;
