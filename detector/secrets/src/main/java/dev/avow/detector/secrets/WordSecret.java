package dev.avow.detector.secrets;

import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Recognizer;
import java.util.Set;

/**
 * What recognizers have in common that find a secret by a word before it or in it. It encloses what
 * stands in it ({@link Secrets}).
 */
abstract class WordSecret implements Recognizer.OfWords {

    private final FindingType type;
    private final Set<String> words;

    WordSecret(FindingType type, Set<String> words) {
        this.type = type;
        this.words = words;
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
    public final Set<String> words() {
        return words;
    }
}
