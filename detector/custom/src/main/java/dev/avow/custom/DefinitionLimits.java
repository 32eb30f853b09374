package dev.avow.custom;

/**
 * How much may be defined.
 *
 * @param recognizers most of a tenant
 * @param lists most of a tenant
 * @param patterns most of a tenant, of all its recognizers and lists together
 * @param patternLength UTF-16 code units of one pattern, at most
 * @param words words of recognizers and values of lists of a tenant together, at most
 */
public record DefinitionLimits(
        int recognizers, int lists, int patterns, int patternLength, int words) {

    /** What the settings say where nobody set them; the command line's too. */
    public static DefinitionLimits usual() {
        return new DefinitionLimits(50, 50, 100, 1_000, 20_000);
    }
}
