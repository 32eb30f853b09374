package dev.avow.detector.engine;

import org.jspecify.annotations.Nullable;

/**
 * The words of a stretch of text, read once for all recognizers that ask for them.
 *
 * <p>Around one number a dozen recognizers look for their context words, each in the same stretch.
 * So a stretch is split and hashed once and kept, with the few read last, until the scan ends. A
 * word is a sequence of letters in lower case without accents; a capital after a small letter
 * begins another one, and initials with dots are one. Reused within one scan by one thread; prints
 * no content.
 */
final class NearbyWords {

    /** The longest word that counts; the official names of numbers are long in German. */
    static final int LONGEST = 32;

    private static final int HASH_START = 0x811C9DC5;
    private static final int HASH_PRIME = 0x01000193;
    private static final int USUAL = 64;

    private int from = -1;
    private int to = -1;
    private int count;
    private int bits;
    private boolean lastIsCut;
    private boolean hasOther;
    private int[] hashes = new int[USUAL];
    private int[] ends = new int[USUAL];
    private int[] starts = new int[USUAL];
    private char[] letters = new char[USUAL];
    private @Nullable String spaced;

    /** The hash of a word in its plain form. */
    static int hash(String word) {
        int hash = HASH_START;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * HASH_PRIME;
        }
        return hash;
    }

    /** One of 32 bits for a hash, so that two sets that share no bit share no word. */
    static int bit(int hash) {
        return 1 << (hash >>> 27);
    }

    /** Whether this is the stretch from one place to another. */
    boolean is(int start, int end) {
        return from == start && to == end;
    }

    /** Splits the stretch from one place to another, in place of what was here. */
    void read(Text text, int start, int end) {
        from = start;
        to = end;
        count = 0;
        bits = 0;
        hasOther = false;
        lastIsCut = false;
        spaced = null;
        makeRoom(end - start + 2);
        // A word that the stretch cuts is not whole.
        boolean whole = start == 0 || !isLetter(Text.of(text.before(start)));
        boolean lower = false;
        int hash = HASH_START;
        int begin = 0;
        int at = 0;
        int initials = 0;
        int p = start;
        while (p < end) {
            int unit = text.at(p);
            char c = Text.of(unit);
            p += Math.max(1, Text.size(unit));
            if (c == Text.IGNORABLE) {
                continue;
            }
            if (c == '.' && initials > 0 && initials == at - begin && isInitial(text, p)) {
                continue;
            }
            boolean letter = isLetter(c);
            boolean upper = Chars.isUpper(c);
            if (at > begin && (!letter || (upper && lower))) {
                if (whole) {
                    add(hash, begin, at);
                }
                begin = at;
                hash = HASH_START;
                initials = 0;
            }
            if (letter) {
                boolean initial = initials == at - begin && Text.of(text.at(p)) == '.';
                initials += initial ? 1 : 0;
                char plain = Chars.plain(c);
                letters[at++] = plain;
                hash = (hash ^ plain) * HASH_PRIME;
                hasOther |= c >= 0x250;
            } else {
                whole = true;
            }
            lower = letter && !upper;
        }
        if (whole && at > begin && at - begin <= LONGEST) {
            add(hash, begin, at);
            lastIsCut = p < text.length() && isLetter(Text.of(text.at(p)));
        }
    }

    /** Whether one letter alone stands there: D.N.I. is read as one word. */
    private static boolean isInitial(Text text, int place) {
        int unit = text.at(place);
        return isLetter(Text.of(unit)) && !isLetter(Text.of(text.at(place + Text.size(unit))));
    }

    private void makeRoom(int most) {
        if (letters.length < most) {
            hashes = new int[most];
            starts = new int[most];
            ends = new int[most];
            letters = new char[most];
        }
    }

    private void add(int hash, int begin, int end) {
        if (end - begin <= LONGEST) {
            hashes[count] = hash;
            starts[count] = begin;
            ends[count] = end;
            bits |= bit(hash);
            count++;
        }
    }

    /** How many words count, with or without a last one that the stretch cuts. */
    int count(boolean withCut) {
        return lastIsCut && !withCut ? count - 1 : count;
    }

    /** The bits of all words. */
    int bits() {
        return bits;
    }

    /** Whether a letter of another script than Latin may be among the words. */
    boolean hasOther() {
        return hasOther;
    }

    int hash(int word) {
        return hashes[word];
    }

    /** Whether a word is this one. */
    boolean is(int word, String other) {
        int begin = starts[word];
        int size = ends[word] - begin;
        if (other.length() != size) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (letters[begin + i] != other.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a word holds some letters. */
    boolean contains(int word, String part) {
        for (int at = starts[word]; at + part.length() <= ends[word]; at++) {
            int i = 0;
            while (i < part.length() && letters[at + i] == part.charAt(i)) {
                i++;
            }
            if (i == part.length()) {
                return true;
            }
        }
        return false;
    }

    /** The words of the stretch, each between two blanks unless the stretch cuts it. */
    String spaced(Text text) {
        String made = spaced;
        if (made == null) {
            made = space(text);
            spaced = made;
        }
        return made;
    }

    private String space(Text text) {
        StringBuilder plain = new StringBuilder(to - from + 2);
        boolean lower = false;
        if (!isLetter(text.seenBefore(from))) {
            plain.append(' ');
        }
        int p = from;
        while (p < to) {
            int unit = text.at(p);
            char c = Text.of(unit);
            p += Math.max(1, Text.size(unit));
            if (c == Text.IGNORABLE) {
                continue;
            }
            boolean upper = c >= 'A' && c <= 'Z';
            boolean letter = isLetter(c);
            if ((!letter || (upper && lower)) && lastOf(plain) != ' ') {
                plain.append(' ');
            }
            if (letter) {
                plain.append(Chars.plain(c));
            }
            lower = letter && !upper;
        }
        if (lastOf(plain) != ' ' && !isLetter(Text.of(text.at(p)))) {
            plain.append(' ');
        }
        return plain.toString();
    }

    private static char lastOf(StringBuilder plain) {
        return plain.isEmpty() ? 0 : plain.charAt(plain.length() - 1);
    }

    /** Whether words are made of it. */
    static boolean isLetter(char c) {
        return Chars.isLatin(c) || Chars.isOtherLetter(c);
    }

    @Override
    public String toString() {
        return "words[" + count + "]";
    }
}
