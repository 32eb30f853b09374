package dev.avow.engines.guards;

import dev.avow.engines.completions.CompletionOptions;

/**
 * How a guard model is asked.
 *
 * @param model where it is
 * @param seesOriginals whether it is on this machine, or was declared to be as near
 * @param refuses whether a request is refused where it does not judge
 */
public record GuardOptions(CompletionOptions model, boolean seesOriginals, boolean refuses) {}
