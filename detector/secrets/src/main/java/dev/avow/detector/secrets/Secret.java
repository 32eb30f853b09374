package dev.avow.detector.secrets;

import dev.avow.detector.api.FindingType;

/**
 * What recognizers of secrets have in common, however they find one: it encloses what stands in it
 * ({@link Secrets}).
 */
abstract class Secret {

    private final FindingType type;

    Secret(FindingType type) {
        this.type = type;
    }

    public final FindingType type() {
        return type;
    }

    public final boolean encloses() {
        return true;
    }
}
