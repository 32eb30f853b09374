package dev.avow.detector.identifiers;

import dev.avow.detector.engine.Recognizer;
import java.util.List;

/** Numbers of European countries. */
public final class EuropeanIdentifiers {

    private EuropeanIdentifiers() {}

    /**
     * All of them.
     *
     * @return immutable; the order decides between findings that nothing else tells apart
     */
    public static List<Recognizer> tier2() {
        return List.of();
    }
}
