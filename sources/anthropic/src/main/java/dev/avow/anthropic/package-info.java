/** Anthropic and servers that speak its Messages API. */
@NullMarked
package dev.avow.anthropic;

import org.jspecify.annotations.NullMarked;
