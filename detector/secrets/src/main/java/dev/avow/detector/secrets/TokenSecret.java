package dev.avow.detector.secrets;

import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Recognizer;

/**
 * What recognizers have in common that find a secret by a word of some length, which begins it. It
 * encloses what stands in it ({@link Secrets}).
 */
abstract class TokenSecret implements Recognizer.OfTokens {

    private final FindingType type;
    private final int shortest;
    private final int longest;

    TokenSecret(FindingType type, int shortest, int longest) {
        this.type = type;
        this.shortest = shortest;
        this.longest = longest;
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
    public final int shortest() {
        return shortest;
    }

    @Override
    public final int longest() {
        return longest;
    }
}
