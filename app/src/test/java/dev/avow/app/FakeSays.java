package dev.avow.app;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What a test has the fake provider say on any route, whatever it is asked: the model {@code
 * parrot-says-0} says the first of these.
 */
final class FakeSays {

    private static final String MODEL = "parrot-says-";
    private static final List<String> SAID = new CopyOnWriteArrayList<>();

    private FakeSays() {}

    /** The name of a model that says this. */
    static synchronized String model(String said) {
        SAID.add(said);
        return MODEL + (SAID.size() - 1);
    }

    /** What a model says; empty where it is none of these. */
    static Optional<String> of(String model) {
        return model.startsWith(MODEL)
                ? Optional.of(SAID.get(Integer.parseInt(model.substring(MODEL.length()))))
                : Optional.empty();
    }
}
