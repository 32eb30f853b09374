package dev.avow.mask;

import dev.avow.decide.MaskMode;
import dev.avow.decide.MaskRules;
import dev.avow.detector.api.FindingType;

/**
 * What stands for a finding of an answer. Nothing is to be put back there, so modes that lead back
 * give way to a placeholder: a pseudonym could be taken for one of the request's own.
 */
public final class AnswerStandIns {

    private AnswerStandIns() {}

    /**
     * The stand-in.
     *
     * @param unmasked the value
     * @param key the tenant's, for what is masked by a hash
     */
    public static String of(FindingType type, String unmasked, MaskRules rules, HashKey key) {
        MaskMode mode = rules.of(type.id());
        return switch (mode) {
            case PSEUDONYM, SYNTHETIC, PLACEHOLDER -> OneWay.placeholder(type);
            case HASH -> OneWay.hash(type, unmasked, key);
            case PARTIAL -> OneWay.partial(unmasked);
            case REMOVE -> "";
        };
    }
}
