package dev.avow.registry;

import dev.avow.words.Region;
import org.jspecify.annotations.Nullable;

/**
 * Where a provider processes what it is sent, and under which agreement.
 *
 * @param region null where nobody said
 * @param agreement an id or URL; null where nobody said
 */
public record ProviderPlace(@Nullable Region region, @Nullable String agreement) {}
