package dev.avow.training.names;

import dev.avow.detector.names.Features;
import dev.avow.detector.names.Tag;
import dev.avow.detector.names.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Multinomial logistic regression over the features of one token at a time, with AdaGrad (Duchi,
 * Hazan and Singer, 2011). From the second round on the tags before a token are the learner's own,
 * so that it learns to live with its errors (after Ross, Gordon and Bagnell's DAgger, 2011). Some
 * features of each token are left out by chance, so that none is leaned on alone (Wang and Manning,
 * "Fast dropout training", 2013), and the weights of the later rounds are averaged.
 *
 * <p>Deterministic: one thread, one seed.
 */
final class Learner {

    private static final int SLOTS = 1 << 22;
    private static final float RATE = 0.1f;

    /** Rounds before the weights are averaged: the first are still far off. */
    private static final int UNSTEADY = 2;

    private final Tokens tokens;
    private final long seed;
    private final int leastCount;
    private final byte[] counts = new byte[1 << 26];
    private final int[] keys = new int[SLOTS];
    private final float[] weights = new float[SLOTS * Tag.COUNT];
    private final float[] squares = new float[SLOTS * Tag.COUNT];
    private final int[] features = new int[Features.MOST];
    private final int[] slots = new int[Features.MOST];
    private final float[] sums = new float[SLOTS * Tag.COUNT];
    private final Random chance;
    private final int drop;
    private int averaged;
    private int used;

    Learner(Tokens tokens, long seed, int leastCount, int drop) {
        this.tokens = tokens;
        this.seed = seed;
        this.leastCount = leastCount;
        this.chance = new Random(seed);
        this.drop = drop;
    }

    void learn(List<Example> examples, int rounds) {
        for (int i = 0; i < examples.size(); i++) {
            each(examples.get(i), i, 0);
        }
        List<Example> order = new ArrayList<>(examples);
        Random random = new Random(seed);
        for (int round = 1; round <= rounds; round++) {
            Collections.shuffle(order, random);
            long begin = System.nanoTime();
            for (int i = 0; i < order.size(); i++) {
                each(order.get(i), round * 1_000_003 + i, round);
            }
            System.err.printf(
                    "round %d: %d features, %d ms%n",
                    round, used, (System.nanoTime() - begin) / 1_000_000);
            if (round > Math.min(UNSTEADY, rounds - 1)) {
                average();
            }
        }
    }

    private void average() {
        averaged++;
        for (int i = 0; i < weights.length; i++) {
            sums[i] += weights[i];
        }
    }

    private void each(Example example, int salt, int round) {
        char[] text = example.text().toCharArray();
        int at = 0;
        while (at < text.length) {
            at = tokens.fill(text, at, text.length);
            tokens.forget(salt, 30);
            stretch(Labels.tags(tokens, example.labels()), round);
        }
    }

    private void stretch(byte[] gold, int round) {
        int previous = Tag.OUTSIDE;
        int beforePrevious = Tag.OUTSIDE;
        for (int i = tokens.first(); i < tokens.last(); i++) {
            int wanted = gold[i];
            int now = Tag.OUTSIDE;
            if (Features.isCandidate(tokens, i, previous)) {
                int count = Features.of(tokens, i, previous, beforePrevious, features);
                if (round == 0) {
                    count(count);
                    now = wanted;
                } else {
                    // Where the begin was missed, the rest of the name begins it.
                    int reachable = Tag.follows(previous, wanted) ? wanted : Tag.begin(wanted);
                    int own = update(count, reachable, previous);
                    now = round == 1 ? reachable : own;
                }
            }
            beforePrevious = previous;
            previous = now;
        }
    }

    private void count(int count) {
        for (int f = 0; f < count; f++) {
            int at = features[f] >>> 6;
            if (counts[at] < Byte.MAX_VALUE) {
                counts[at]++;
            }
        }
    }

    private int update(int count, int wanted, int previous) {
        int known = 0;
        for (int f = 0; f < count; f++) {
            if (counts[features[f] >>> 6] >= leastCount && chance.nextInt(100) >= drop) {
                slots[known++] = slot(features[f]) * Tag.COUNT;
            }
        }
        float[] score = new float[Tag.COUNT];
        for (int k = 0; k < known; k++) {
            for (int tag = 0; tag < Tag.COUNT; tag++) {
                score[tag] += weights[slots[k] + tag];
            }
        }
        int best = Tag.OUTSIDE;
        float top = score[0];
        for (int tag = 1; tag < Tag.COUNT; tag++) {
            top = Math.max(top, score[tag]);
            if (score[tag] > score[best] && Tag.follows(previous, tag)) {
                best = tag;
            }
        }
        float sum = 0;
        for (int tag = 0; tag < Tag.COUNT; tag++) {
            score[tag] = (float) Math.exp(score[tag] - top);
            sum += score[tag];
        }
        for (int tag = 0; tag < Tag.COUNT; tag++) {
            float gradient = score[tag] / sum - (tag == wanted ? 1 : 0);
            if (Math.abs(gradient) > 0.002f) {
                step(known, tag, gradient);
            }
        }
        return best;
    }

    private void step(int known, int tag, float gradient) {
        for (int k = 0; k < known; k++) {
            int at = slots[k] + tag;
            squares[at] += gradient * gradient;
            weights[at] -= RATE * gradient / (float) Math.sqrt(squares[at] + 0.1f);
        }
    }

    private int slot(int feature) {
        int key = feature == 0 ? 1 : feature;
        int at = (key * 0x9E3779B1) >>> 10;
        while (keys[at] != key) {
            if (keys[at] == 0) {
                if (++used > SLOTS * 0.9) {
                    throw new IllegalStateException("too many features");
                }
                keys[at] = key;
                break;
            }
            at = (at + 1) & (SLOTS - 1);
        }
        return at;
    }

    /** A feature with its weights, centred so that they sum to nothing. */
    static final class Weighted {

        private final int feature;
        private final float[] weights;
        private final float size;

        Weighted(int feature, float[] weights, float size) {
            this.feature = feature;
            this.weights = weights;
            this.size = size;
        }

        int feature() {
            return feature;
        }

        float[] weights() {
            return weights;
        }

        /** How much the feature matters. */
        float size() {
            return size;
        }
    }

    /** The features with the greatest weights, greatest first. */
    List<Weighted> strongest(int most) {
        List<Weighted> all = new ArrayList<>(used);
        for (int at = 0; at < SLOTS; at++) {
            if (keys[at] != 0) {
                float[] w = Arrays.copyOfRange(sums, at * Tag.COUNT, (at + 1) * Tag.COUNT);
                for (int tag = 0; tag < w.length; tag++) {
                    w[tag] /= averaged;
                }
                float mean = 0;
                for (float x : w) {
                    mean += x / Tag.COUNT;
                }
                float size = 0;
                for (int tag = 0; tag < w.length; tag++) {
                    w[tag] -= mean;
                    size = Math.max(size, Math.abs(w[tag]));
                }
                int often = Math.min(counts[keys[at] >>> 6], 20);
                all.add(new Weighted(keys[at], w, size * (1 + 0.05f * often)));
            }
        }
        all.sort(
                java.util.Comparator.comparingDouble((Weighted w) -> -w.size())
                        .thenComparingInt(Weighted::feature));
        return all.subList(0, Math.min(most, all.size()));
    }
}
