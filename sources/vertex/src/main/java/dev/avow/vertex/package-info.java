/** Models at Google Vertex AI. */
@NullMarked
package dev.avow.vertex;

import org.jspecify.annotations.NullMarked;
