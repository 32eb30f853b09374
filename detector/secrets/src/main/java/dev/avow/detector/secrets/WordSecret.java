package dev.avow.detector.secrets;

import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Recognizer;
import java.util.Set;

/** Finds a secret by a word before it or in it. */
abstract class WordSecret extends Secret implements Recognizer.OfWords {

    private final Set<String> words;

    WordSecret(FindingType type, Set<String> words) {
        super(type);
        this.words = words;
    }

    @Override
    public final Set<String> words() {
        return words;
    }
}
