package dev.avow.decide;

import java.util.Objects;

/**
 * How a policy acts, beside what it does.
 *
 * @param masking what stands in the place of findings, where it masks
 * @param shadow whether it only records what it would have done
 * @param justification characters that a coached person's reason must have; 0 where none is asked
 *     for
 * @param appliesTo what it looks at
 */
public record Manner(MaskRules masking, boolean shadow, int justification, Side appliesTo) {

    /** As policies act that say nothing of it. */
    public static final Manner PLAIN = new Manner(MaskRules.PSEUDONYMS, false, 0);

    public Manner {
        Objects.requireNonNull(masking);
        Objects.requireNonNull(appliesTo);
    }

    /** Of a policy that looks at requests. */
    public Manner(MaskRules masking, boolean shadow, int justification) {
        this(masking, shadow, justification, Side.REQUEST);
    }
}
