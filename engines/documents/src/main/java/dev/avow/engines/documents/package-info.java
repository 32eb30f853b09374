/** Takes the text out of documents that stand in requests. */
@NullMarked
package dev.avow.engines.documents;

import org.jspecify.annotations.NullMarked;
