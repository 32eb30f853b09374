/**
 * Amazon Bedrock by its Converse API.
 *
 * <p>Start at {@link Bedrock}; what is said there, {@code sources/translation} knows.
 */
@NullMarked
package dev.avow.bedrock;

import org.jspecify.annotations.NullMarked;
