package dev.avow.decide;

import java.util.Map;
import java.util.Objects;

/**
 * How findings are masked, by type. Immutable.
 *
 * @param standard for every type that is not named
 * @param types modes by finding type's id
 * @param checksumHolds whether synthetic values with a check digit are to pass the check; where
 *     not, no system can take one for real
 */
public record MaskRules(MaskMode standard, Map<String, MaskMode> types, boolean checksumHolds) {

    /** Pseudonyms for everything. */
    public static final MaskRules PSEUDONYMS = new MaskRules(MaskMode.PSEUDONYM, Map.of(), false);

    public MaskRules {
        Objects.requireNonNull(standard);
        types = Map.copyOf(types);
    }

    /** The mode for a type's id. */
    public MaskMode of(String type) {
        return types.getOrDefault(type, standard);
    }

    /** Whether some type is masked so. */
    public boolean uses(MaskMode mode) {
        return standard == mode || types.containsValue(mode);
    }
}
