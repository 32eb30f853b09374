package dev.avow.engines.onnx;

import dev.avow.detector.api.Finding;
import dev.avow.detector.api.FindingType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes names of what a network says of tokens: a word is what its tokens say on average, and
 * neighbouring words of one type are one name, unless the second rather begins one. For one thread.
 */
final class Spans {

    private final Labels labels;
    private final List<Finding> findings = new ArrayList<>();
    private final double[] word;
    private final double[] types;
    private int tokens;
    private int wordStart;
    private int wordEnd;
    private @Nullable FindingType open;
    private int start;
    private int end;
    private double sum;
    private int words;

    Spans(Labels labels) {
        this.labels = labels;
        this.word = new double[labels.count()];
        this.types = new double[labels.types().size()];
    }

    /**
     * Takes the next token.
     *
     * @param logits the network's outputs for it
     */
    void take(float[] logits, int from, int to, boolean beginsWord) {
        if (beginsWord) {
            endWord();
            wordStart = from;
        }
        double greatest = Double.NEGATIVE_INFINITY;
        for (float each : logits) {
            greatest = Math.max(greatest, each);
        }
        double total = 0;
        for (float each : logits) {
            total += Math.exp(each - greatest);
        }
        for (int i = 0; i < logits.length; i++) {
            word[i] += Math.exp(logits[i] - greatest) / total;
        }
        tokens++;
        wordEnd = to;
    }

    private void endWord() {
        if (tokens == 0) {
            return;
        }
        for (int i = 0; i < word.length; i++) {
            word[i] /= tokens;
        }
        // What is only white space neither is a name nor ends one.
        if (wordEnd > wordStart) {
            judge();
        }
        java.util.Arrays.fill(word, 0);
        tokens = 0;
    }

    private void judge() {
        labels.ofTypes(word, types);
        int best = 0;
        for (int i = 1; i < types.length; i++) {
            best = types[i] > types[best] ? i : best;
        }
        if (!(types[best] > labels.ofNone(word))) {
            endName();
            return;
        }
        FindingType type = labels.types().get(best);
        if (!type.equals(open) || labels.begins(type, word)) {
            endName();
            open = type;
            start = wordStart;
        }
        end = wordEnd;
        sum += types[best];
        words++;
    }

    private void endName() {
        if (open != null) {
            double confidence = Math.clamp(sum / words, 0, 1);
            findings.add(new Finding(open, start, end, confidence, Finding.Reason.PATTERN));
        }
        open = null;
        sum = 0;
        words = 0;
    }

    /** All names; nothing may be taken afterwards. */
    List<Finding> finish() {
        endWord();
        endName();
        return findings;
    }
}
