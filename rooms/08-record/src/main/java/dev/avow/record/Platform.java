package dev.avow.record;

/**
 * Who a use of a model went to, as an interaction says it.
 *
 * @param id the provider's name
 * @param model as the provider knows it
 * @param hostname of the platform, never a full address
 */
public record Platform(String id, String model, String hostname) {}
