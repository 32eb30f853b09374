package dev.avow.engines.topics;

import java.util.Arrays;

/**
 * A text as a sparse vector of hashed features, of length one.
 *
 * <p>Features are words in lower case, pairs of neighbouring words, beginnings of words (which
 * carry inflected languages and German compounds), and pairs of signs (which carry code and
 * tables). Digits count as a number of so many digits, so that no feature holds an identifier.
 * Values are {@code log(1 + times)}. Computed in one pass without regular expressions; time grows
 * with the text. Immutable.
 *
 * <p>Source: K. Weinberger et al., "Feature Hashing for Large Scale Multitask Learning", 2009.
 */
final class Features {

    /** Buckets, a power of two. */
    static final int BUCKETS = 1 << 15;

    private static final int WORD = 0x3C6EF372;
    private static final int PAIR = 0x1B873593;
    private static final int START = 0x4CF5AD43;
    private static final int SIGNS = 0x2545F491;

    private final int[] index;
    private final float[] value;

    private Features(int[] index, float[] value) {
        this.index = index;
        this.value = value;
    }

    /** A vector whose components are all features: of an embedding, for one. */
    static Features dense(float[] vector, float stretch) {
        int[] index = new int[vector.length];
        float[] value = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            index[i] = i;
            value[i] = vector[i] * stretch;
        }
        return new Features(index, value);
    }

    int count() {
        return index.length;
    }

    /** The bucket of a feature; they ascend, each once. */
    int bucket(int feature) {
        return index[feature];
    }

    float value(int feature) {
        return value[feature];
    }

    /** Reads all of a text. */
    static Features of(CharSequence text) {
        return new Reader(text).read();
    }

    /** One text's reading. */
    private static final class Reader {

        private final CharSequence text;
        private int[] found = new int[256];
        private int size;
        private int before;
        private int signBefore;

        Reader(CharSequence text) {
            this.text = text;
        }

        Features read() {
            int at = 0;
            while (at < text.length()) {
                char c = text.charAt(at);
                if (Character.isLetter(c)) {
                    at = word(at);
                } else if (Character.isDigit(c)) {
                    at = number(at);
                } else {
                    if (c > ' ' || c == '\n') {
                        sign(c);
                    }
                    at++;
                }
            }
            return normal();
        }

        private int word(int from) {
            int hash = WORD;
            int at = from;
            for (; at < text.length() && Character.isLetter(text.charAt(at)); at++) {
                hash = mixed(hash, Character.toLowerCase(text.charAt(at)));
                int length = at - from + 1;
                if (length == 4 || length == 6) {
                    add(hash ^ START);
                }
            }
            token(hash);
            return at;
        }

        private int number(int from) {
            int at = from;
            while (at < text.length() && Character.isDigit(text.charAt(at))) {
                at++;
            }
            token(mixed(WORD, '0' + Math.min(9, at - from) * 256));
            return at;
        }

        private void token(int hash) {
            add(hash);
            if (before != 0) {
                add(mixed(before ^ PAIR, hash));
            }
            before = hash;
            signBefore = 'a';
        }

        private void sign(char c) {
            add(mixed(SIGNS, c));
            if (signBefore != 0) {
                add(mixed(mixed(SIGNS, signBefore), c));
            }
            signBefore = c;
        }

        private void add(int hash) {
            if (size == found.length) {
                found = Arrays.copyOf(found, size * 2);
            }
            int spread = hash ^ (hash >>> 15);
            spread *= 0x85EBCA6B;
            found[size++] = (spread ^ (spread >>> 13)) & (BUCKETS - 1);
        }

        private static int mixed(int hash, int c) {
            return (hash ^ c) * 0x01000193;
        }

        private Features normal() {
            Arrays.sort(found, 0, size);
            int[] index = new int[size];
            float[] value = new float[size];
            int kept = 0;
            double square = 0;
            for (int i = 0; i < size; ) {
                int same = i;
                while (same < size && found[same] == found[i]) {
                    same++;
                }
                index[kept] = found[i];
                value[kept] = (float) Math.log1p(same - i);
                square += value[kept] * value[kept];
                kept++;
                i = same;
            }
            float scale = square == 0 ? 0 : (float) (1 / Math.sqrt(square));
            for (int i = 0; i < kept; i++) {
                value[i] *= scale;
            }
            return new Features(Arrays.copyOf(index, kept), Arrays.copyOf(value, kept));
        }
    }
}
