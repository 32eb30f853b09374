package dev.avow.files;

import dev.avow.detector.api.Detector;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * What there is to scan with.
 *
 * @param of the detector of a tier and those below it
 * @param types the types that it reports
 * @param tiers all types that are taken, with their tier: one's own recognizers have other names
 */
public record ScanDetectors(
        IntFunction<Detector> of, IntFunction<Set<String>> types, Map<String, Integer> tiers) {}
