package dev.avow.training.names;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps texts apart: those to learn from, those to tune on, and those that are looked at once, at
 * the end. Neighbours in a file are often of one document, so whole blocks go one way.
 *
 * @param training to learn from
 * @param tuning to choose features, templates and thresholds by
 * @param last to measure on when all is chosen
 */
record Split(List<Example> training, List<Example> tuning, List<Example> last) {

    private static final int WAYS = 5;

    /**
     * @param block how many neighbours stay together
     * @param tune whether a fifth is for tuning; a set with a file for tuning needs none
     */
    static Split of(List<Example> examples, int block, boolean tune) {
        Split split = new Split(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < examples.size(); i++) {
            split.part(i / block % WAYS, tune).add(examples.get(i));
        }
        return split;
    }

    private List<Example> part(int way, boolean tune) {
        return switch (way) {
            case WAYS - 1 -> last;
            case WAYS - 2 -> tune ? tuning : training;
            default -> training;
        };
    }
}
