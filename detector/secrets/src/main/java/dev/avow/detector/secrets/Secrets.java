package dev.avow.detector.secrets;

import dev.avow.detector.engine.Recognizer;
import java.util.List;

/** Keys, tokens and passwords. */
public final class Secrets {

    private Secrets() {}

    /**
     * All of them.
     *
     * @return immutable; the order decides between findings that nothing else tells apart
     */
    public static List<Recognizer> tier2() {
        return List.of();
    }
}
