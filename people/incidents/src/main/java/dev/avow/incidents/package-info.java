/** Breaches of personal data (T5): whom they concern, who must be told by when, and who was. */
@NullMarked
package dev.avow.incidents;

import org.jspecify.annotations.NullMarked;
