package dev.avow.detector.engine;

import dev.avow.detector.engine.OnePassDetector.Placed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who looks at which words and signs. Immutable and safe for threads.
 *
 * <p>Words are found by a hash that the pass has made while it read them: a table of a power of two
 * with open addressing, at most a quarter full. Before that a set of bits, small enough for the
 * processor's nearest cache, turns nearly every word of a text away by its ends and its length.
 */
final class Vocabulary {

    static final int LONGEST_WORD = 40;
    private static final int HASH_START = 0x811C9DC5;
    private static final int HASH_PRIME = 0x01000193;

    /** A word and who looks at it. */
    static final class Entry {
        private final String word;
        private final Placed<Recognizer.OfWords>[] recognizers;

        private Entry(String word, List<Placed<Recognizer.OfWords>> recognizers) {
            this.word = word;
            this.recognizers = Placed.array(recognizers);
        }

        String word() {
            return word;
        }

        /** Only to be read. */
        Placed<Recognizer.OfWords>[] recognizers() {
            return recognizers;
        }
    }

    /** From this length on, words are told apart no further. */
    private static final int LENGTHS = 64;

    /** One past the highest character that may be a sign. */
    private static final int SIGNS = 0x3000;

    private static final int FILTER_BITS = 16;

    private final List<Placed<Recognizer.OfTokens>[]> tokens = new ArrayList<>();
    private final List<Placed<Recognizer.OfDigits>[]> digits = new ArrayList<>();
    private final @Nullable Entry[] table;
    private final int[] filter = new int[1 << (FILTER_BITS - 5)];
    private final List<Placed<Recognizer.OfSigns>[]> signs = new ArrayList<>();
    private final int signsEnd;
    private final boolean empty;

    private Vocabulary(Builder from) {
        for (int length = 0; length <= LENGTHS; length++) {
            int of = length;
            tokens.add(
                    Placed.array(from.tokens.stream().filter(each -> looksAt(each, of)).toList()));
            digits.add(
                    Placed.array(
                            from.digits.stream()
                                    .filter(each -> of <= each.recognizer().longest())
                                    .toList()));
        }
        int size = Integer.highestOneBit(Math.max(4, from.words.size())) << 3;
        this.table = new Entry[size];
        from.words.forEach(this::put);
        int end = 128;
        for (char c = 0; c < SIGNS; c++) {
            List<Placed<Recognizer.OfSigns>> of = from.signs.get(c);
            signs.add(Placed.array(of == null ? List.of() : of));
            end = of == null ? end : Math.max(end, c + 1);
        }
        this.signsEnd = end;
        this.empty =
                from.tokens.isEmpty()
                        && from.digits.isEmpty()
                        && from.words.isEmpty()
                        && from.signs.isEmpty();
    }

    private static boolean looksAt(Placed<Recognizer.OfTokens> placed, int length) {
        int longest = Math.min(placed.recognizer().longest(), LENGTHS);
        return placed.recognizer().shortest() <= length && length <= longest;
    }

    private void put(String word, List<Placed<Recognizer.OfWords>> recognizers) {
        int hash = HASH_START;
        for (int i = 0; i < word.length(); i++) {
            hash = hash(hash, word.charAt(i));
        }
        int at = slot(hash);
        while (table[at] != null) {
            at = (at + 1) & (table.length - 1);
        }
        table[at] = new Entry(word, recognizers);
        int size = word.length();
        int key = key(word.charAt(0), size < 2 ? 0 : word.charAt(1), word.charAt(size - 1), size);
        filter[key >>> 5] |= 1 << key;
    }

    /** Tells nearly all words that are not here from those that are, by little of them. */
    private static int key(int first, int second, int last, int size) {
        int mixed =
                first * 0x9E3779B1 + second * 0x85EBCA77 + last * 0xC2B2AE3D + size * 0x27D4EB2F;
        return mixed >>> (Integer.SIZE - FILTER_BITS);
    }

    /**
     * Whether a word may be here; most words are turned away without being read.
     *
     * @param first its first plain character
     * @param second its second one, 0 where it has none
     * @param last its last one
     * @param size how many it has
     */
    boolean mayHold(int first, int second, int last, int size) {
        int key = key(first, second, last, size);
        return (filter[key >>> 5] >>> key & 1) != 0;
    }

    static int hashStart() {
        return HASH_START;
    }

    /** Adds a plain character to a hash (FNV-1a over chars). */
    static int hash(int hash, char plain) {
        return (hash ^ plain) * HASH_PRIME;
    }

    private int slot(int hash) {
        return (hash ^ (hash >>> 15)) & (table.length - 1);
    }

    /** The entry of a word in plain characters, or null. */
    @Nullable Entry find(int hash, char[] word, int size) {
        int at = slot(hash);
        for (Entry entry = table[at]; entry != null; entry = table[at]) {
            if (same(entry.word(), word, size)) {
                return entry;
            }
            at = (at + 1) & (table.length - 1);
        }
        return null;
    }

    private static boolean same(String word, char[] chars, int size) {
        if (word.length() != size) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (word.charAt(i) != chars[i]) {
                return false;
            }
        }
        return true;
    }

    /** Who looks at mixed or long words of so many letters and digits. */
    Placed<Recognizer.OfTokens>[] tokens(int length) {
        return tokens.get(Math.min(length, LENGTHS));
    }

    /** Who looks at words of so many digits. */
    Placed<Recognizer.OfDigits>[] digits(int length) {
        return digits.get(Math.min(length, LENGTHS));
    }

    /** Who looks at a folded sign; empty for most. */
    Placed<Recognizer.OfSigns>[] signs(char folded) {
        return signs.get(folded < signsEnd ? folded : 0);
    }

    /** Whether nobody looks at words or signs. */
    boolean isEmpty() {
        return empty;
    }

    /** Collects. For one thread. */
    static final class Builder {
        private final List<Placed<Recognizer.OfTokens>> tokens = new ArrayList<>();
        private final List<Placed<Recognizer.OfDigits>> digits = new ArrayList<>();
        private final Map<String, List<Placed<Recognizer.OfWords>>> words = new LinkedHashMap<>();
        private final Map<Character, List<Placed<Recognizer.OfSigns>>> signs =
                new LinkedHashMap<>();

        void add(Recognizer.OfTokens recognizer, int order) {
            tokens.add(new Placed<>(recognizer, order));
        }

        void add(Recognizer.OfDigits recognizer, int order) {
            digits.add(new Placed<>(recognizer, order));
        }

        void add(Recognizer.OfWords recognizer, int order) {
            for (String word : recognizer.words()) {
                if (word.isEmpty() || word.length() > LONGEST_WORD) {
                    throw new IllegalArgumentException("a word has 1 to 40 characters: " + word);
                }
                words.computeIfAbsent(word, _ -> new ArrayList<>())
                        .add(new Placed<>(recognizer, order));
            }
        }

        void add(Recognizer.OfSigns recognizer, int order) {
            for (char sign : recognizer.signs().toCharArray()) {
                signs.computeIfAbsent(sign, _ -> new ArrayList<>())
                        .add(new Placed<>(recognizer, order));
            }
        }

        Vocabulary build() {
            return new Vocabulary(this);
        }
    }
}
