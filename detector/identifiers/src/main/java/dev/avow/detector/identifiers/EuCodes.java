package dev.avow.detector.identifiers;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Code;

/** What recognizers of codes with letters share. */
final class EuCodes {

    private EuCodes() {}

    /**
     * Reports a code whose checksum is right.
     *
     * @param alone how sure it is where nothing names it; {@link EuNumber#NEVER} where a word must
     */
    static void report(Text text, Code code, EuNaming naming, double alone, Sink sink) {
        report(text, code, naming, alone, Reason.CHECKSUM, sink);
    }

    /** The same with another reason. */
    static void report(
            Text text, Code code, EuNaming naming, double alone, Reason reason, Sink sink) {
        double named = naming.confidence(text, code.start(), code.end());
        double confidence = Math.max(alone, named);
        if (confidence > 0) {
            sink.found(code.start(), code.end(), confidence, reason);
        }
    }

    /** Whether no letter of it is written small: names of files and hashes mostly are. */
    static boolean isUpper(Text text, Code code) {
        for (int p = code.start(); p < code.end(); ) {
            int unit = text.at(p);
            char c = Text.of(unit);
            if (Chars.isAsciiLetter(c) && (c & 0x20) != 0) {
                return false;
            }
            p += Math.max(1, Text.size(unit));
        }
        return true;
    }

    /** The digits from one index of a code to another; what stands there must be digits. */
    static int[] digits(Code code, int from, int to) {
        int[] digits = new int[to - from];
        for (int i = from; i < to; i++) {
            digits[i - from] = code.digit(i);
        }
        return digits;
    }

    /**
     * Where a letter stands that belongs to the digits after it, with at most a blank or dash
     * between.
     *
     * @return -1 where there is none
     */
    static int letterBefore(Text text, int place) {
        int p = place;
        int unit = text.before(p);
        if (Text.of(unit) == '-' || Text.of(unit) == ' ') {
            p -= Text.size(unit);
            unit = text.before(p);
        }
        return Chars.isAsciiLetter(Text.of(unit)) ? p - Text.size(unit) : -1;
    }
}
