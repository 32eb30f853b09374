package dev.avow.decide;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What policies look at. Holds no text.
 *
 * @param platform the provider's name
 * @param model the model as the provider knows it
 * @param groups the person's groups
 * @param findingTypes ids of what was found
 * @param risk of all that was found
 * @param at when it was admitted
 * @param interaction its id
 */
public record Facts(
        String platform,
        String model,
        List<String> groups,
        Set<String> findingTypes,
        Risk risk,
        Instant at,
        UUID interaction) {}
