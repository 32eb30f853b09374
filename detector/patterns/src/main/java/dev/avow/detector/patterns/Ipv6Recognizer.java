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
 * IPv6 addresses.
 *
 * <p>Specification: RFC 4291, section 2.2 (full, compressed, with an IPv4 address at the end); RFC
 * 4007, section 11 (zone). Times and the {@code ::} of programming languages look alike: an address
 * has eight groups, or a double colon with a digit and two groups, the first of which is of a kind
 * that is in use.
 *
 * <p>Legal basis: as for IPv4 (CJEU C-582/14, Breyer).
 *
 * <p>Fictitious example (RFC 3849): {@code 2001:db8::8a2e:370:7334}.
 */
final class Ipv6Recognizer implements Recognizer.OfSigns {

    private static final FindingType TYPE = new FindingType("ipv6", 2);
    private static final int LONGEST = 64;
    private static final int GROUPS = 8;
    private static final int LONGEST_ZONE = 16;
    private static final ContextWords NAMES =
            ContextWords.of("ip", "ipv6", "address", "addr", "adresse", "inet", "host");

    @Override
    public FindingType type() {
        return TYPE;
    }

    @Override
    public String signs() {
        return ":";
    }

    @Override
    public void sign(Text text, int start, int end, Sink sink) {
        char after = Text.of(text.at(end));
        if (after != ':' && !Hex.is(after)) {
            return;
        }
        int first = firstGroup(text, start);
        if (first < 0) {
            return;
        }
        Cursor cursor = new Cursor(text, first, LONGEST);
        Groups groups = new Groups();
        if (!groups.read(cursor)) {
            return;
        }
        int address = cursor.end();
        boolean named = NAMES.before(text, first);
        boolean whole = groups.compressed ? groups.isAddress(named) : groups.longest > 2;
        if (whole && freeAfter(text, address)) {
            Reason reason = named ? Reason.CONTEXT : Reason.PATTERN;
            sink.found(first, zone(text, address), Confidence.DISTINCT_PATTERN, reason);
        }
    }

    /** Where the first group starts; -1 where this colon is not the first, or in a word. */
    private static int firstGroup(Text text, int colon) {
        int p = colon;
        for (int i = 0; i <= 4; i++) {
            int unit = text.before(p);
            char c = Text.of(unit);
            if (!Hex.is(c)) {
                boolean part = c == ':' || c == '_' || Chars.isLatin(c) || Chars.isDigit(c);
                return part || (c == '.' && i > 0) ? -1 : p;
            }
            p -= Text.size(unit);
        }
        return -1;
    }

    private static boolean freeAfter(Text text, int end) {
        char c = Text.of(text.at(text.skipIgnorable(end)));
        return c != ':' && c != '_' && !Chars.isLatin(c) && !Chars.isDigit(c);
    }

    private static int zone(Text text, int end) {
        if (end >= text.length() || Text.of(text.at(end)) != '%') {
            return end;
        }
        Cursor cursor = new Cursor(text, end, LONGEST_ZONE);
        cursor.next();
        int from = cursor.end();
        while (Chars.isLatin(cursor.peek()) || Chars.isDigit(cursor.peek())) {
            cursor.next();
        }
        return cursor.end() > from ? cursor.end() : end;
    }

    /** What was read of the groups. */
    private static final class Groups {
        private int count;
        private int longest;
        private boolean compressed;
        private boolean digit;
        private boolean usual;

        boolean read(Cursor cursor) {
            while (count < GROUPS) {
                if (cursor.peek() == ':') {
                    if (!colons(cursor)) {
                        return false;
                    }
                    if (!Hex.is(cursor.peek())) {
                        break;
                    }
                } else if (count > 0) {
                    break;
                }
                int from = cursor.place();
                if (!group(cursor)) {
                    return false;
                }
                if (cursor.peek() == '.') {
                    int to = cursor.place();
                    cursor.back(from);
                    if (Dotted.read(cursor).length == 4) {
                        count++;
                        digit = true;
                        longest = 4;
                        break;
                    }
                    cursor.back(to);
                    break;
                }
            }
            return compressed ? count < GROUPS : count == GROUPS;
        }

        private boolean colons(Cursor cursor) {
            cursor.next();
            if (cursor.peek() != ':') {
                return count > 0 && Hex.is(cursor.peek());
            }
            cursor.next();
            boolean again = compressed;
            compressed = true;
            return !again;
        }

        private boolean group(Cursor cursor) {
            int size = 0;
            boolean first = count == 0 && !compressed;
            while (Hex.is(cursor.peek()) && size < 5) {
                char c = cursor.next();
                digit |= Chars.isDigit(c);
                // Global unicast begins with 2 or 3, the rest with fc, fd, fe or ff.
                usual |= first && size == 0 && (Chars.isDigit(c) || (c | 0x20) == 'f');
                size++;
            }
            longest = Math.max(longest, size);
            count++;
            return size > 0 && size < 5;
        }

        /** Whether a compressed form is more than {@code a::b} of a program. */
        boolean isAddress(boolean named) {
            if (!digit || count == 0) {
                return false;
            }
            return named || (count >= 2 && (usual || longest == 4) && longest >= 3);
        }
    }
}
