package dev.avow.detector.recognizers;

import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.Text;
import java.util.Set;

/**
 * The domain of an e-mail address, read forwards from the at sign.
 *
 * <p>Labels of letters, digits and inner hyphens (RFC 1123, section 2.1; RFC 5890), parted by dots;
 * at least two; the last has two letters or more and no digit, or begins with {@code xn--}. The
 * longest reading is taken, with three exceptions where the text goes on without a blank: a label
 * in Latin letters ends where another script begins; a label that begins in upper case after one in
 * lower case begins a sentence; the ideographic full stop parts only labels that are not Latin. A
 * number that runs on from the end, as a footnote's sign or the next column does in what was copied
 * from a page, is no part of it behind one of the {@linkplain #COMMON common last labels}.
 */
final class EmailDomain {

    private static final int LONGEST_LABEL = 63;

    /** Without those that file names and versions end with, as {@code mp3} and {@code rc1} do. */
    private static final Set<String> COMMON =
            Set.of(
                    "at", "au", "be", "ca", "ch", "com", "de", "dk", "edu", "es", "eu", "fi", "fr",
                    "gov", "ie", "in", "info", "it", "lu", "net", "nl", "no", "nz", "org", "pt",
                    "se", "uk", "us");

    private final Text text;
    private int place;
    private int size;
    private int letters;
    private int digits;
    private boolean latin;
    private boolean upperFirst;
    private boolean lower;
    private boolean encoded;
    private boolean lastIsHyphen;
    private int numberAt;
    private int end;

    private EmailDomain(Text text, int place) {
        this.text = text;
        this.place = place;
    }

    /** Where the domain that begins at a place ends, or -1 where there is none. */
    static int end(Text text, int place) {
        return new EmailDomain(text, place).read();
    }

    private int read() {
        int found = -1;
        int beforeNumber = -1;
        boolean lowerBefore = false;
        int numeric = 0;
        for (int labels = 1; ; labels++) {
            int start = place;
            label();
            if (size == 0 || size > LONGEST_LABEL || lastIsHyphen) {
                return Math.max(found, beforeNumber);
            }
            if (labels > 1 && upperFirst && lower && lowerBefore) {
                return found;
            }
            numeric += letters == 0 || startsWithDigit(start) ? 1 : 0;
            if (labels == 2 && isImage(numeric, start)) {
                return -1;
            }
            boolean top = encoded ? size > 4 : letters >= 2 && digits == 0 && size == letters;
            // foo@1.2.rc is a version; 163.com is a domain
            if (labels > 1 && top && numeric < 2) {
                found = end;
            }
            lowerBefore = !upperFirst && lower;
            beforeNumber = labels > 1 && numeric < 2 && endsInNumber(start) ? numberAt : -1;
            if (!dot()) {
                return Math.max(found, beforeNumber);
            }
        }
    }

    private void label() {
        size = letters = digits = 0;
        latin = upperFirst = lower = encoded = lastIsHyphen = false;
        numberAt = -1;
        int p = place;
        boolean xn = false;
        while (true) {
            int unit = text.at(p);
            char c = Text.of(unit);
            if (c == Text.IGNORABLE) {
                p += Text.size(unit);
                continue;
            }
            boolean other = Chars.isOtherLetter(c);
            boolean letter = other || Chars.isLatin(c);
            if (other && size > 0 && latin) {
                break;
            }
            if (!letter && !Chars.isDigit(c) && (c != '-' || size == 0)) {
                break;
            }
            if (!other && c != '-') {
                latin = true;
            }
            upperFirst |= size == 0 && c >= 'A' && c <= 'Z';
            lower |= c >= 'a' && c <= 'z';
            xn =
                    (size == 0 && (c | 0x20) == 'x')
                            || (xn && size == 1 && (c | 0x20) == 'n')
                            || (xn && (size == 2 || size == 3) && c == '-')
                            || (xn && size > 3);
            lastIsHyphen = c == '-';
            if (!Chars.isDigit(c)) {
                numberAt = -1;
            } else if (numberAt < 0) {
                numberAt = p;
            }
            letters += letter ? 1 : 0;
            digits += Chars.isDigit(c) ? 1 : 0;
            size++;
            p += Text.size(unit);
            if (!lastIsHyphen) {
                end = p;
            }
        }
        encoded = xn && size > 4;
        if (lastIsHyphen && letters > 0) {
            // alice@mail.example-- ends before the hyphens
            size = letters + digits;
            lastIsHyphen = false;
        }
        place = p;
    }

    private boolean dot() {
        int p = text.skipIgnorable(place);
        int unit = text.at(p);
        boolean dot = Text.of(unit) == '.' || (Text.of(unit) == 0x3002 && !latin);
        place = p + Text.size(unit);
        return dot;
    }

    /** Whether a label is a common last one with a number right behind it. */
    private boolean endsInNumber(int start) {
        if (numberAt < 0 || letters > 4 || size != letters + digits) {
            return false;
        }
        StringBuilder letter = new StringBuilder();
        for (int p = start; p < numberAt; p += Text.size(text.at(p))) {
            char c = Text.of(text.at(p));
            if (c != Text.IGNORABLE) {
                letter.append((char) (c | 0x20));
            }
        }
        return COMMON.contains(letter.toString());
    }

    private boolean startsWithDigit(int start) {
        return Chars.isDigit(Text.of(text.at(start)));
    }

    /** {@code icon@2x.png}: an image for screens of twice the density. */
    private boolean isImage(int numeric, int start) {
        if (numeric != 1 || size < 3 || size > 4) {
            return false;
        }
        char first = (char) (Text.of(text.at(start)) | 0x20);
        char density = start >= 3 ? (char) (text.raw(start - 2) | 0x20) : 0;
        boolean single = start >= 4 && Text.of(text.before(start - 3)) == '@';
        return density == 'x'
                && single
                && (first == 'p' || first == 'j' || first == 'w' || first == 'g' || first == 's');
    }
}
