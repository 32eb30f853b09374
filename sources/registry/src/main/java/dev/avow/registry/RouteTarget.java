package dev.avow.registry;

/**
 * One of the models that a route stands for.
 *
 * @param provider the provider's name
 * @param model as the provider knows it
 * @param weight how often it is asked first, in relation to the others of its priority; 1 to
 *     1000000
 * @param priority the targets of the lowest number are asked first, those of the next where none of
 *     them can answer; 1 to 1000
 */
public record RouteTarget(String provider, String model, int weight, int priority) {}
