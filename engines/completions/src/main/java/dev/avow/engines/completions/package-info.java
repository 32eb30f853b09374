/**
 * A model that stands beside Avow and speaks OpenAI's API, asked for an answer in a form.
 *
 * <p>{@link Completions} asks it; {@link CompletionOptions} says where it is.
 */
@NullMarked
package dev.avow.engines.completions;

import org.jspecify.annotations.NullMarked;
