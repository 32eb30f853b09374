package dev.avow.detector.names;

import java.util.Arrays;

/** How words and features become numbers. A change here needs a new model. */
public final class Hash {

    /** What a word's number begins with (FNV-1a, public domain). */
    static final int BEGIN = 0x811C9DC5;

    private Hash() {}

    /** Spreads the bits of a number (the finalizer of MurmurHash3, public domain). */
    static int mix(int h) {
        int x = h;
        x ^= x >>> 16;
        x *= 0x85EBCA6B;
        x ^= x >>> 13;
        x *= 0xC2B2AE35;
        return x ^ (x >>> 16);
    }

    static int of(int template, int a) {
        return mix(template * 0x9E3779B1 + a * 0x2C1B3C6D);
    }

    static int of(int template, int a, int b) {
        return mix((template * 0x9E3779B1 + a * 0x2C1B3C6D) * 0x297A2D39 + b);
    }

    static int next(int h, char folded) {
        return (h ^ folded) * 0x01000193;
    }

    /**
     * The number of a whole word, as {@link Tokens#word} gives it.
     *
     * @param word letters only; empty gives the number of the empty word
     */
    public static int word(CharSequence word) {
        int h = BEGIN;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (Letters.kind(c) != Letters.MARK) {
                h = next(h, Letters.fold(c));
            }
        }
        return mix(h);
    }

    /** The numbers of words that white space parts, sorted, to be searched. */
    static int[] sorted(String words) {
        return Arrays.stream(words.strip().split("\\s+", -1))
                .mapToInt(Hash::word)
                .sorted()
                .toArray();
    }
}
