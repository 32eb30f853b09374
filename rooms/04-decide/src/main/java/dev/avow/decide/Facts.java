package dev.avow.decide;

import java.util.List;
import java.util.Set;

/**
 * What policies look at. Holds no text.
 *
 * @param platform the provider's name
 * @param model the model as the provider knows it
 * @param groups the person's groups
 * @param findingTypes ids of what was found
 * @param risk of all that was found
 */
public record Facts(
        String platform, String model, List<String> groups, Set<String> findingTypes, Risk risk) {}
