package dev.avow.detector.engine;

import dev.avow.detector.api.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes findings that overlap into findings that do not: no part of a text is two things.
 *
 * <p>Where two overlap, the first rule that tells them apart decides:
 *
 * <ol>
 *   <li>what may hold other values ({@link Recognizer#encloses}) beats what may not: an address in
 *       the password of a URL is part of the URL;
 *   <li>what was found by its at sign beats what was found by digits: digits in an address are part
 *       of the address;
 *   <li>a checksum or registered prefix beats a pattern, with or without context;
 *   <li>longer beats shorter: a SIRET is not a SIREN with five digits after it;
 *   <li>higher confidence beats lower;
 *   <li>the earlier recognizer in the list beats the later one.
 * </ol>
 *
 * <p>Time is n log n in the number of findings, not in the length of the text.
 */
final class Overlaps {

    /** A finding with what the rules need besides. */
    record Claim(Finding finding, boolean encloses, boolean atSign, int order) {}

    private static final Comparator<Claim> STRONGEST_FIRST =
            Comparator.comparing((Claim c) -> !c.encloses())
                    .thenComparing(c -> !c.atSign())
                    .thenComparing(c -> c.finding().reason() != Finding.Reason.CHECKSUM)
                    .thenComparingInt(c -> -c.finding().length())
                    .thenComparingDouble(c -> -c.finding().confidence())
                    .thenComparingInt(Claim::order)
                    .thenComparingInt(c -> c.finding().start());

    private Overlaps() {}

    /** The findings that remain, ordered by start. */
    static List<Finding> resolve(List<Claim> claims) {
        if (claims.size() == 1) {
            return List.of(claims.get(0).finding());
        }
        List<Claim> sorted = new ArrayList<>(claims);
        sorted.sort(STRONGEST_FIRST);
        TreeMap<Integer, Finding> kept = new TreeMap<>();
        for (Claim claim : sorted) {
            Finding finding = claim.finding();
            Map.Entry<Integer, Finding> left = kept.lowerEntry(finding.end());
            if (left == null || left.getValue().end() <= finding.start()) {
                kept.put(finding.start(), finding);
            }
        }
        return new ArrayList<>(kept.values());
    }
}
