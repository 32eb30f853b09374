/** OpenAI's API for programs. */
@NullMarked
package dev.avow.api;

import org.jspecify.annotations.NullMarked;
