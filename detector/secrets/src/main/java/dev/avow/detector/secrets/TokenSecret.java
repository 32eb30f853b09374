package dev.avow.detector.secrets;

import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Recognizer;

/** Finds a secret by a word of some length, which begins it. */
abstract class TokenSecret extends Secret implements Recognizer.OfTokens {

    private final int shortest;
    private final int longest;

    TokenSecret(FindingType type, int shortest, int longest) {
        super(type);
        this.shortest = shortest;
        this.longest = longest;
    }

    @Override
    public final int shortest() {
        return shortest;
    }

    @Override
    public final int longest() {
        return longest;
    }
}
