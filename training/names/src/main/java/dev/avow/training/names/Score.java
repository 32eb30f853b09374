package dev.avow.training.names;

import dev.avow.detector.api.Budget;
import dev.avow.detector.api.Detector;
import dev.avow.detector.api.Finding;
import dev.avow.detector.names.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measures a detector on labelled texts. A name counts as found where both its ends are right. */
final class Score {

    private static final Budget AMPLE = new Budget(1 << 30, Long.MAX_VALUE);

    /**
     * Counts of one type.
     *
     * @param right found with both ends right
     * @param touched found so that at least a character is common
     * @param found what was found
     * @param labelled what there is
     */
    record Counts(int right, int touched, int found, int labelled) {

        double precision() {
            return found == 0 ? 0 : (double) right / found;
        }

        double recall() {
            return labelled == 0 ? 0 : (double) right / labelled;
        }

        double f1() {
            return found + labelled == 0 ? 0 : 2.0 * right / (found + labelled);
        }

        double touchedF1() {
            return found + labelled == 0 ? 0 : 2.0 * touched / (found + labelled);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "P %.3f  R %.3f  F1 %.3f  (touching F1 %.3f; %d labelled)",
                    precision(),
                    recall(),
                    f1(),
                    touchedF1(),
                    labelled);
        }
    }

    private Score() {}

    static Counts of(Detector detector, List<Example> examples, int tag) {
        String id = id(tag);
        int right = 0;
        int touched = 0;
        int found = 0;
        int labelled = 0;
        for (Example example : examples) {
            List<Finding> findings = new ArrayList<>();
            for (Finding f : detector.scan(example.text(), AMPLE).findings()) {
                if (f.type().id().equals(id)) {
                    findings.add(f);
                }
            }
            found += findings.size();
            for (Example.Label label : example.labels()) {
                if (label.tag() != tag) {
                    continue;
                }
                labelled++;
                boolean exact = false;
                boolean any = false;
                for (Finding f : findings) {
                    exact |= f.start() == label.start() && f.end() == label.end();
                    any |= f.start() < label.end() && f.end() > label.start();
                }
                right += exact ? 1 : 0;
                touched += any ? 1 : 0;
            }
        }
        return new Counts(right, touched, found, labelled);
    }

    static String id(int tag) {
        return switch (tag) {
            case Tag.PERSON -> "person";
            case Tag.ORGANIZATION -> "organization";
            default -> "location";
        };
    }
}
