package dev.avow.detector.engine;

import dev.avow.detector.engine.OnePassDetector.Placed;

/**
 * A second pass over a text, for whoever looks at words and signs. It is made only where somebody
 * does.
 *
 * <p>Each character is read once by the pass: letters and digits go into a word's hash as they
 * come, and a word is handed on where it mixes letters and digits, is long, or is in the {@link
 * Vocabulary}. What a recognizer reads from there is bounded by its contract, so the whole stays
 * linear.
 */
final class WordPass {

    private static final byte OTHER = 0;
    private static final byte LETTER = 1;
    private static final byte DIGIT = 2;
    private static final byte CODED = 4;
    private static final byte[] KINDS = new byte[128];

    static {
        for (char c = 0; c < 128; c++) {
            if (Chars.isAsciiLetter(c)) {
                KINDS[c] = LETTER;
            } else if (Chars.isDigit(c)) {
                KINDS[c] = DIGIT;
            } else if (c == '\\' || c == '%' || c == '&') {
                KINDS[c] = CODED;
            }
        }
    }

    private final Vocabulary vocabulary;
    private final char[] chars;
    private final Text text;
    private final Pass pass;
    private final char[] word = new char[Vocabulary.LONGEST_WORD];

    private int start;
    private int size;
    private int hash;
    private int kinds;

    WordPass(Vocabulary vocabulary, char[] chars, Text text, Pass pass) {
        this.vocabulary = vocabulary;
        this.chars = chars;
        this.text = text;
        this.pass = pass;
    }

    /** Goes on from a place until another or some characters further; returns where it stopped. */
    int run(int from, int until) {
        char[] c = chars;
        int length = c.length;
        int place = from;
        while (place < until) {
            char raw = c[place];
            int kind = raw < 128 ? KINDS[raw] : CODED;
            if ((kind & (LETTER | DIGIT)) != 0) {
                place = word(place, length);
            } else if (kind == OTHER) {
                if (raw > ' ') {
                    sign(place, place + 1, raw);
                }
                place++;
            } else {
                place = coded(place, length);
            }
        }
        return place;
    }

    /** What is not plain ASCII: an escape, or a character that may be folded. */
    private int coded(int place, int length) {
        int unit = text.at(place);
        char folded = Text.of(unit);
        if (Chars.isLatin(folded) || Chars.isDigit(folded)) {
            return word(place, length);
        }
        int end = place + Math.max(1, Text.size(unit));
        if (folded != Text.IGNORABLE) {
            sign(place, end, folded);
        }
        return end;
    }

    /** Reads the word that begins at a place, and hands it on; returns where to go on. */
    private int word(int place, int length) {
        char[] c = chars;
        int all = 0;
        int p = place;
        while (p < length) {
            char raw = c[p];
            int kind = raw < 128 ? KINDS[raw] : CODED;
            if ((kind & (LETTER | DIGIT)) == 0) {
                if (kind == CODED) {
                    return codedWord(place, length);
                }
                break;
            }
            all |= kind;
            p++;
        }
        start = place;
        size = p - place;
        kinds = all;
        report(p);
        if (size <= word.length) {
            int second = size < 2 ? 0 : c[place + 1] | 0x20;
            if (vocabulary.mayHold(c[place] | 0x20, second, c[p - 1] | 0x20, size)) {
                plainWord(place, p);
            }
        }
        return p;
    }

    /** Looks a word of plain letters and digits up; 0x20 is set in every digit. */
    private void plainWord(int from, int end) {
        int sum = Vocabulary.hashStart();
        for (int i = from; i < end; i++) {
            char plain = (char) (chars[i] | 0x20);
            word[i - from] = plain;
            sum = Vocabulary.hash(sum, plain);
        }
        hash = sum;
        find(end);
    }

    /** The same for a word that may hold what is not plain ASCII. */
    private int codedWord(int place, int length) {
        start = place;
        size = 0;
        hash = Vocabulary.hashStart();
        kinds = 0;
        int p = place;
        int end = place;
        while (p < length) {
            char raw = chars[p];
            int kind = raw < 128 ? KINDS[raw] : CODED;
            if ((kind & (LETTER | DIGIT)) != 0) {
                add((char) (raw | 0x20), kind);
                end = ++p;
                continue;
            }
            if (kind == OTHER) {
                break;
            }
            int unit = text.at(p);
            char folded = Text.of(unit);
            if (Chars.isDigit(folded)) {
                add(folded, DIGIT);
            } else if (Chars.isLatin(folded)) {
                add(Chars.plain(folded), LETTER);
            } else if (folded != Text.IGNORABLE) {
                break;
            }
            p += Math.max(1, Text.size(unit));
            end = folded == Text.IGNORABLE ? end : p;
        }
        report(end);
        if (size <= word.length
                && vocabulary.mayHold(word[0], size < 2 ? 0 : word[1], word[size - 1], size)) {
            find(end);
        }
        return p;
    }

    private void add(char plain, int kind) {
        if (size < word.length) {
            word[size] = plain;
            hash = Vocabulary.hash(hash, plain);
        }
        size++;
        kinds |= kind;
    }

    private void report(int end) {
        if (kinds == (LETTER | DIGIT) || size >= Recognizer.OfTokens.LONG) {
            for (Placed<Recognizer.OfTokens> placed : vocabulary.tokens(size)) {
                try {
                    placed.recognizer().token(text, start, end, pass.sink(placed));
                } catch (RuntimeException itsOwn) {
                    pass.failed();
                }
            }
        }
        if (kinds == DIGIT) {
            for (Placed<Recognizer.OfDigits> placed : vocabulary.digits(size)) {
                try {
                    placed.recognizer().digits(text, start, end, pass.sink(placed));
                } catch (RuntimeException itsOwn) {
                    pass.failed();
                }
            }
        }
    }

    private void find(int end) {
        Vocabulary.Entry entry = vocabulary.find(hash, word, size);
        if (entry == null) {
            return;
        }
        for (Placed<Recognizer.OfWords> placed : entry.recognizers()) {
            try {
                placed.recognizer().word(text, start, end, entry.word(), pass.sink(placed));
            } catch (RuntimeException itsOwn) {
                pass.failed();
            }
        }
    }

    private void sign(int from, int end, char folded) {
        for (Placed<Recognizer.OfSigns> placed : vocabulary.signs(folded)) {
            try {
                placed.recognizer().sign(text, from, end, pass.sink(placed));
            } catch (RuntimeException itsOwn) {
                pass.failed();
            }
        }
    }
}
