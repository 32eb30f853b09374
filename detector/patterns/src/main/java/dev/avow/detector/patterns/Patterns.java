package dev.avow.detector.patterns;

import dev.avow.detector.engine.Recognizer;
import java.util.List;

/** Network addresses, money, dates of birth, postal addresses, wallets, devices, vehicles. */
public final class Patterns {

    private Patterns() {}

    /**
     * All of them.
     *
     * @return immutable; the order decides between findings that nothing else tells apart
     */
    public static List<Recognizer> tier2() {
        return List.of();
    }
}
