package dev.avow.mask;

/**
 * A request cut in two: what leaves, and what stays.
 *
 * @param outbound what leaves
 * @param keepsake what the pseudonyms in it stand for
 */
public record Masked(Outbound outbound, Keepsake keepsake) {}
