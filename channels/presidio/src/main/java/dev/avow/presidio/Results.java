package dev.avow.presidio;

import java.util.ArrayList;
import java.util.List;

/** What was found in one text, and no more than an answer may hold. For one thread. */
final class Results {

    private final int most;
    private final List<Result> found = new ArrayList<>();
    private int counted;

    Results(int most) {
        this.most = most;
    }

    /** Counts what a recognizer is about to keep. */
    void count() {
        if (++counted > most) {
            throw PresidioError.unreadable(
                    "There are more than "
                            + most
                            + " results; narrow the patterns, send less text, or raise"
                            + " AVOW_PRESIDIO_MAX_RESULTS");
        }
    }

    void addAll(List<Result> some) {
        found.addAll(some);
    }

    void add(Result one) {
        count();
        found.add(one);
    }

    List<Result> found() {
        return found;
    }
}
