package dev.avow.detector.secrets;

import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Recognizer;

/** Finds a secret by a sign before it or in it. */
abstract class SignSecret extends Secret implements Recognizer.OfSigns {

    private final String signs;

    SignSecret(FindingType type, String signs) {
        super(type);
        this.signs = signs;
    }

    @Override
    public final String signs() {
        return signs;
    }
}
