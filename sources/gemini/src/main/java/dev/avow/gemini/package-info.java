/** Google's Gemini API as a provider. */
@NullMarked
package dev.avow.gemini;

import org.jspecify.annotations.NullMarked;
