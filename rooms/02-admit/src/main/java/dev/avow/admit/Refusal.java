package dev.avow.admit;

import dev.avow.words.Fault;
import org.jspecify.annotations.Nullable;

/**
 * Why a request may not go on just now.
 *
 * @param fault as it is told
 * @param retryAfterSeconds when another try may go on; null where that is not known
 */
public record Refusal(Fault fault, @Nullable Integer retryAfterSeconds) {}
