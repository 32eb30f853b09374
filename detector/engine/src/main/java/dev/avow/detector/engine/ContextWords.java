package dev.avow.detector.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Words that say what a number nearby is.
 *
 * <p>Compared as whole words without case or accents; {@code phoneNumber} and {@code phone_number}
 * count as two words, {@code D.N.I.} as one. Words of scripts written without blanks count where
 * they stand within a longer sequence of letters. Immutable and safe for threads.
 */
public final class ContextWords {

    /** How far before a value a word counts, in UTF-16 code units. */
    public static final int BEFORE = 48;

    /** How far after a value a word counts, in UTF-16 code units. */
    public static final int AFTER = 24;

    // Open addressing, at most a quarter full.
    private final @Nullable String[] table;
    private final int[] hashes;
    private final int bits;
    private final List<String> other;

    private ContextWords(Set<String> latin, List<String> other) {
        this.table = new String[Integer.highestOneBit(Math.max(2, latin.size())) << 3];
        this.hashes = new int[table.length];
        int all = 0;
        for (String word : latin) {
            int hash = NearbyWords.hash(word);
            int at = slot(hash, table.length);
            while (table[at] != null) {
                at = (at + 1) & (table.length - 1);
            }
            table[at] = word;
            hashes[at] = hash;
            all |= NearbyWords.bit(hash);
        }
        this.bits = all;
        this.other = List.copyOf(other);
    }

    /** Words in lower case; not empty. Accents do not count. */
    public static ContextWords of(String... words) {
        Set<String> latin = new HashSet<>();
        List<String> other = new ArrayList<>();
        for (String word : words) {
            if (Chars.isOtherLetter(word.charAt(0))) {
                other.add(Chars.plain(word));
            } else {
                latin.add(Chars.plain(word));
            }
        }
        return new ContextWords(latin, other);
    }

    /** Whether one of the words stands before or after a value. */
    public boolean near(Text text, int start, int end) {
        return before(text, start) || after(text, end);
    }

    /** Whether one of the words stands within {@link #BEFORE} characters before a place. */
    public boolean before(Text text, int start) {
        return within(text, Math.max(0, start - BEFORE), start);
    }

    /** Whether one of the words stands within so many characters before a place. */
    public boolean before(Text text, int start, int reach) {
        return within(text, Math.max(0, start - reach), start);
    }

    /** Whether one of the words stands within {@link #AFTER} characters after a place. */
    public boolean after(Text text, int end) {
        return within(text, end, Math.min(text.length(), end + AFTER));
    }

    /** Whether one of the words ends right at a place, with nothing between. */
    public boolean glued(Text text, int start) {
        int p = start;
        while (p > start - NearbyWords.LONGEST) {
            int unit = text.before(p);
            if (!Chars.isLatin(Text.of(unit))) {
                break;
            }
            p -= Text.size(unit);
        }
        return p < start && within(text, p, start, true);
    }

    private boolean within(Text text, int from, int to) {
        return within(text, from, to, false);
    }

    private boolean within(Text text, int from, int to, boolean glued) {
        NearbyWords words = text.words(from, to);
        boolean mayHold = (words.bits() & bits) != 0;
        boolean mayHoldOther = !other.isEmpty() && words.hasOther();
        if (!mayHold && !mayHoldOther) {
            return false;
        }
        int count = words.count(glued);
        for (int word = 0; word < count; word++) {
            if ((mayHold && has(words, word)) || (mayHoldOther && hasOther(words, word))) {
                return true;
            }
        }
        return false;
    }

    private boolean has(NearbyWords words, int word) {
        int hash = words.hash(word);
        if ((bits & NearbyWords.bit(hash)) == 0) {
            return false;
        }
        int at = slot(hash, table.length);
        for (String each = table[at]; each != null; each = table[at]) {
            if (hashes[at] == hash && words.is(word, each)) {
                return true;
            }
            at = (at + 1) & (table.length - 1);
        }
        return false;
    }

    private boolean hasOther(NearbyWords words, int word) {
        for (String term : other) {
            if (words.contains(word, term)) {
                return true;
            }
        }
        return false;
    }

    private static int slot(int hash, int size) {
        return (hash ^ (hash >>> 15)) & (size - 1);
    }
}
