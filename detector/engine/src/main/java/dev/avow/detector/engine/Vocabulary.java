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
 * with open addressing, at most a quarter full, so that nearly every word of a text is turned away
 * by one look into it.
 */
final class Vocabulary {

    static final int LONGEST_WORD = 40;
    private static final int HASH_START = 0x811C9DC5;
    private static final int HASH_PRIME = 0x01000193;

    /** A word and who looks at it. */
    record Entry(String word, List<Placed<Recognizer.OfWords>> recognizers) {}

    /** From this length on, words are told apart no further. */
    private static final int LENGTHS = 64;

    private final List<List<Placed<Recognizer.OfTokens>>> tokens = new ArrayList<>();
    private final List<List<Placed<Recognizer.OfDigits>>> digits = new ArrayList<>();
    private final @Nullable Entry[] table;
    private final List<List<Placed<Recognizer.OfSigns>>> signs;
    private final boolean[] signAscii = new boolean[128];
    private final boolean otherSigns;
    private final boolean empty;

    private Vocabulary(Builder from) {
        for (int length = 0; length <= LENGTHS; length++) {
            int of = length;
            tokens.add(from.tokens.stream().filter(each -> looksAt(each, of)).toList());
            digits.add(from.digits.stream().filter(d -> of <= d.recognizer().longest()).toList());
        }
        int size = Integer.highestOneBit(Math.max(4, from.words.size())) << 3;
        this.table = new Entry[size];
        from.words.forEach(this::put);
        this.signs = new ArrayList<>();
        boolean others = false;
        for (char c = 0; c < 0x3000; c++) {
            List<Placed<Recognizer.OfSigns>> of = from.signs.get(c);
            signs.add(of == null ? List.of() : List.copyOf(of));
            if (of != null && c < 128) {
                signAscii[c] = true;
            }
            others |= of != null && c >= 128;
        }
        this.otherSigns = others;
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
        table[at] = new Entry(word, List.copyOf(recognizers));
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
    List<Placed<Recognizer.OfTokens>> tokens(int length) {
        return tokens.get(Math.min(length, LENGTHS));
    }

    /** Who looks at words of so many digits. */
    List<Placed<Recognizer.OfDigits>> digits(int length) {
        return digits.get(Math.min(length, LENGTHS));
    }

    /** Who looks at a folded sign; empty for most. */
    List<Placed<Recognizer.OfSigns>> signs(char folded) {
        if (folded < 128 ? !signAscii[folded] : !otherSigns || folded >= signs.size()) {
            return List.of();
        }
        return signs.get(folded);
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
