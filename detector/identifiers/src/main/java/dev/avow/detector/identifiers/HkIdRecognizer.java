package dev.avow.detector.identifiers;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;
import dev.avow.detector.validators.Phrases;
import dev.avow.detector.validators.Shape;

/**
 * Hong Kong identity card number.
 *
 * <p>Specification: Registration of Persons Regulations (Cap. 177A); Immigration Department: one
 * letter or two, six digits, and a check digit or A modulo eleven. With the check digit in
 * parentheses, as cards have it, it stands alone; without them a word has to name it.
 *
 * <p>Legal basis: PCPD Code of Practice on the Identity Card Number; personal data under GDPR
 * Article 4(1).
 *
 * <p>Fictitious example: {@code G123456(A)}.
 */
final class HkIdRecognizer implements Recognizer.OfTokens {

    private static final FindingType TYPE = new FindingType("hk_id", 2);
    private static final int LONGEST = 9;
    private static final int BLANK_VALUE = 36;
    private static final Phrases WORDS =
            Phrases.of("hkid", "hkic", "hong kong identity", "hong kong id", "身份證", "身份证");

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public int shortest() {
        return 7;
    }

    @Override
    public int longest() {
        return LONGEST;
    }

    @Override
    public void token(Text text, int start, int end, Sink sink) {
        if (!Shape.freeBefore(text, start)) {
            return;
        }
        int[] values = new int[LONGEST + 1];
        int count = 0;
        int p = start;
        while (p < end && count < LONGEST) {
            int unit = text.at(p);
            p += Math.max(1, Text.size(unit));
            if (Text.of(unit) != Text.IGNORABLE) {
                int value = value(Text.of(unit));
                if (value < 0) {
                    return;
                }
                values[count++] = value;
            }
        }
        int letters = values[1] > 9 ? 2 : 1;
        int after = count == letters + 6 ? readCheck(text, end, values, count) : -1;
        if (after > 0) {
            report(text, start, after, letters, values, true, sink);
        } else if (count == letters + 7 && Shape.freeAfter(text, end)) {
            report(text, start, end, letters, values, false, sink);
        }
    }

    private static void report(
            Text text, int start, int end, int letters, int[] values, boolean own, Sink sink) {
        if (!checks(values, letters)) {
            return;
        }
        boolean named = WORDS.near(text, start, end);
        if (named || own) {
            double confidence = named ? Confidence.CHECKSUM_IN_CONTEXT : Confidence.CHECKSUM;
            sink.found(start, end, confidence, Reason.CHECKSUM);
        }
    }

    /** Reads {@code (3)}, a blank before it allowed; returns where it ends, or -1. */
    private static int readCheck(Text text, int end, int[] values, int count) {
        int p = text.skipIgnorable(end);
        if (Text.of(text.at(p)) == ' ') {
            p = text.skipIgnorable(p + Text.size(text.at(p)));
        }
        int open = text.at(p);
        int digit = text.at(p + Text.size(open));
        int close = p + Text.size(open) + Text.size(digit);
        int value = value(Text.of(digit));
        if (Text.of(open) != '(' || value < 0 || Text.of(text.at(close)) != ')') {
            return -1;
        }
        values[count] = value;
        return close + Text.size(text.at(close));
    }

    private static boolean checks(int[] values, int letters) {
        if (values[0] < 10 || values[letters + 6] > 10) {
            return false;
        }
        int sum = letters == 1 ? BLANK_VALUE * 9 : values[0] * 9;
        int weight = 8;
        for (int i = letters - 1; i < letters + 6; i++) {
            if (i >= letters && values[i] > 9) {
                return false;
            }
            sum += values[i] * weight--;
        }
        return (sum + values[letters + 6]) % 11 == 0;
    }

    private static int value(char c) {
        if (Chars.isDigit(c)) {
            return c - '0';
        }
        return Chars.isAsciiLetter(c) ? (c | 0x20) - 'a' + 10 : -1;
    }
}
