package dev.avow.detector.secrets;

import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Recognizer;

/**
 * What recognizers have in common that find a secret by a sign before it or in it. It encloses what
 * stands in it ({@link Secrets}).
 */
abstract class SignSecret implements Recognizer.OfSigns {

    private final FindingType type;
    private final String signs;

    SignSecret(FindingType type, String signs) {
        this.type = type;
        this.signs = signs;
    }

    @Override
    public final FindingType type() {
        return type;
    }

    @Override
    public final boolean encloses() {
        return true;
    }

    @Override
    public final String signs() {
        return signs;
    }
}
