package dev.avow.engines.topics;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Multinomial logistic regression over {@link Features}. Immutable after training and safe for
 * threads.
 *
 * <p>Trained by stochastic gradient descent with AdaGrad's step sizes and a quadratic penalty, in
 * an order drawn from a fixed seed: the same examples give the same head on every machine.
 *
 * <p>Source: J. Duchi, E. Hazan, Y. Singer, "Adaptive Subgradient Methods", 2011.
 */
final class Head {

    private static final int ROUNDS = 40;
    private static final float STEP = 0.5f;
    private static final float PENALTY = 1e-4f;

    private final int classes;
    private final float[] weights;
    private final float[] bias;

    private Head(int classes, int buckets) {
        this.classes = classes;
        this.weights = new float[classes * buckets];
        this.bias = new float[classes];
    }

    /**
     * Learns from examples.
     *
     * @param texts what each example says
     * @param labels what each is about, from 0
     * @param classes how many there are
     * @param buckets how many features there are
     */
    static Head train(List<Features> texts, int[] labels, int classes, int buckets) {
        Head head = new Head(classes, buckets);
        float[] seen = new float[head.weights.length];
        float[] seenBias = new float[classes];
        float[] weight = new float[classes];
        int[] count = new int[classes];
        for (int label : labels) {
            count[label]++;
        }
        for (int c = 0; c < classes; c++) {
            // Classes count alike on the whole, though not fully: the square root of evening out.
            weight[c] = (float) Math.sqrt((double) labels.length / classes / Math.max(1, count[c]));
        }
        int[] order = new int[labels.length];
        Arrays.setAll(order, i -> i);
        Random chance = new Random(7);
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = order.length - 1; i > 0; i--) {
                int j = chance.nextInt(i + 1);
                int held = order[i];
                order[i] = order[j];
                order[j] = held;
            }
            for (int i : order) {
                head.learn(texts.get(i), labels[i], weight[labels[i]], seen, seenBias);
            }
        }
        return head;
    }

    private void learn(Features text, int label, float weight, float[] seen, float[] seenBias) {
        float[] p = shares(text);
        for (int c = 0; c < classes; c++) {
            float error = (p[c] - (c == label ? 1 : 0)) * weight;
            seenBias[c] += error * error;
            bias[c] -= STEP * error / (float) Math.sqrt(seenBias[c] + 1e-6f);
            for (int k = 0; k < text.count(); k++) {
                int at = text.bucket(k) * classes + c;
                float slope = error * text.value(k) + PENALTY * weights[at];
                seen[at] += slope * slope;
                weights[at] -= STEP * slope / (float) Math.sqrt(seen[at] + 1e-6f);
            }
        }
    }

    /** How sure it is of each class; the shares add up to 1. */
    float[] shares(Features text) {
        float[] sum = bias.clone();
        for (int k = 0; k < text.count(); k++) {
            int at = text.bucket(k) * classes;
            float value = text.value(k);
            for (int c = 0; c < classes; c++) {
                sum[c] += weights[at + c] * value;
            }
        }
        float most = sum[0];
        for (float each : sum) {
            most = Math.max(most, each);
        }
        float all = 0;
        for (int c = 0; c < classes; c++) {
            sum[c] = (float) Math.exp(sum[c] - most);
            all += sum[c];
        }
        for (int c = 0; c < classes; c++) {
            sum[c] /= all;
        }
        return sum;
    }
}
