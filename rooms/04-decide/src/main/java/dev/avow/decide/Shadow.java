package dev.avow.decide;

/**
 * What a policy in shadow mode would have done.
 *
 * @param policy its name
 * @param action the action's id; {@code Error} where its condition could not be told
 */
public record Shadow(String policy, String action) {}
