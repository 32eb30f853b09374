package dev.avow.detector.patterns;

import dev.avow.detector.api.Finding.Reason;
import dev.avow.detector.api.FindingType;
import dev.avow.detector.engine.Chars;
import dev.avow.detector.engine.ContextWords;
import dev.avow.detector.engine.Recognizer;
import dev.avow.detector.engine.Sink;
import dev.avow.detector.engine.Text;
import dev.avow.detector.validators.Confidence;

/**
 * Hardware addresses of network devices.
 *
 * <p>Specification: IEEE 802, EUI-48: six octets in hexadecimal, parted by colons or dashes, or
 * three groups of four parted by dots (Cisco). With dashes or dots, one of digits alone needs a
 * word that names it. Broadcast and zero name no device.
 *
 * <p>Legal basis: an online identifier of a device (GDPR recital 30).
 *
 * <p>Fictitious example (RFC 7042): {@code 00:00:5E:00:53:AF}.
 */
final class MacAddressRecognizer implements Recognizer.OfSigns {

    private static final FindingType TYPE = new FindingType("mac_address", 2);
    private static final int LONGEST = 24;
    private static final ContextWords NAMES =
            ContextWords.of(
                    "mac",
                    "hwaddr",
                    "ether",
                    "ethernet",
                    "bssid",
                    "wifi",
                    "wlan",
                    "bluetooth",
                    "hardware",
                    "device",
                    "physical",
                    "physique",
                    "macaddress");

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public String signs() {
        return ":-.";
    }

    @Override
    public void sign(Text text, int start, int end, Sink sink) {
        char sign = Text.of(text.at(start));
        if (!Hex.is(Text.of(text.at(end))) || !Hex.is(text.seenBefore(start))) {
            return;
        }
        int size = sign == '.' ? 4 : 2;
        int first = first(text, start, size);
        if (first < 0) {
            return;
        }
        Cursor cursor = new Cursor(text, first, LONGEST);
        boolean letter = false;
        boolean same = true;
        char head = cursor.peek();
        for (int i = 0; i < 12; i++) {
            if (i > 0 && i % size == 0 && !cursor.eat(sign)) {
                return;
            }
            char c = cursor.peek();
            if (!Hex.is(c)) {
                return;
            }
            letter |= !Chars.isDigit(c);
            same &= c == head;
            cursor.next();
        }
        if (same || !free(cursor.peek(), sign)) {
            return;
        }
        boolean named = NAMES.near(text, first, cursor.end());
        if (letter || named || sign == ':') {
            Reason reason = named ? Reason.CONTEXT : Reason.PATTERN;
            sink.found(first, cursor.end(), Confidence.DISTINCT_PATTERN, reason);
        }
    }

    /** Where the group before the sign starts; -1 where it has not this size or goes on. */
    private static int first(Text text, int sign, int size) {
        int p = sign;
        for (int i = 0; i < size; i++) {
            int unit = text.before(p);
            if (!Hex.is(Text.of(unit))) {
                return -1;
            }
            p -= Text.size(unit);
        }
        char c = text.seenBefore(p);
        boolean part = Chars.isLatin(c) || Chars.isDigit(c) || c == '_' || c == '-' || c == ':';
        boolean named = c == ':' && !isPair(text, p - 1);
        boolean dotted = c == '.' && (size == 4 || Hex.is(text.seenBefore(p - 1)));
        // Weights of Unicode's collation: [.213C.0021.0008], [*0209.0020.0002]
        boolean weight = size == 4 && (c == '*' || c == '[');
        return (part && !named) || dotted || weight ? -1 : p;
    }

    /** Two hexadecimal digits that are no part of a word such as mac. */
    private static boolean isPair(Text text, int end) {
        return Hex.is(text.seenBefore(end))
                && Hex.is(text.seenBefore(end - 1))
                && !Chars.isLatin(text.seenBefore(end - 2));
    }

    private static boolean free(char after, char sign) {
        boolean word = Chars.isLatin(after) || Chars.isDigit(after) || after == '_';
        return !word && (after != sign || sign == '.');
    }
}
