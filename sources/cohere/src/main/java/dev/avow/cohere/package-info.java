/** Cohere: chat by its OpenAI-compatible API, embeddings by its own. */
@NullMarked
package dev.avow.cohere;

import org.jspecify.annotations.NullMarked;
