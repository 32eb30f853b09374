package dev.avow.mask;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Telephone numbers: the same country, length and separators, from the ranges that are kept for
 * fiction: +1 555-01xx (NANPA), +33 6 39 98 (ARCEP, decision 2018-0881), +44 7700 900 (Ofcom), +61
 * 2 5550 (ACMA), +49 30 23125 (Bundesnetzagentur). In other countries the national number begins
 * with 000, which is no one's.
 */
final class SyntheticPhone implements Synthetic {

    private static final String[] AREAS = {"202", "303", "404", "505", "606", "707", "808"};

    /** Country codes of two digits (ITU-T E.164); those of one are 1 and 7, others have three. */
    private static final Set<String> TWO =
            Set.of(
                    "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44",
                    "45", "46", "47", "48", "49", "51", "52", "53", "54", "55", "56", "57", "58",
                    "60", "61", "62", "63", "64", "65", "66", "81", "82", "84", "86", "90", "91",
                    "92", "93", "94", "95", "98");

    @Override
    public @Nullable String like(String original, int n, boolean checksumHolds) {
        String digits = Layout.digits(original);
        boolean zeros = digits.startsWith("00");
        String made =
                original.indexOf('+') >= 0
                        ? international(digits, n)
                        : zeros ? prefixed(digits, n) : national(digits, n);
        return made == null ? null : Layout.withDigits(original, made);
    }

    private static @Nullable String prefixed(String digits, int n) {
        String made = international(digits.substring(2), n);
        return made == null ? null : "00" + made;
    }

    private static @Nullable String international(String digits, int n) {
        int length = digits.length();
        if (digits.startsWith("1") && length == 11) {
            return american("1", n);
        }
        if (digits.startsWith("33") && length == 11) {
            return numbered("3363998", 4, n);
        }
        if (digits.startsWith("44") && length == 12) {
            return numbered("447700900", 3, n);
        }
        if (digits.startsWith("61") && length == 11) {
            return numbered("6125550", 4, n);
        }
        if (digits.startsWith("49") && length == 12) {
            return numbered("493023125", 3, n);
        }
        if (length < 8) {
            return null;
        }
        int code = digits.startsWith("1") || digits.startsWith("7") ? 1 : 3;
        code = TWO.contains(digits.substring(0, 2)) ? 2 : code;
        return unassigned(digits.substring(0, code), length, n);
    }

    private static @Nullable String national(String digits, int n) {
        boolean trunk = digits.startsWith("0");
        return switch (digits.length()) {
            case 10 -> trunk ? numbered("063998", 4, n) : american("", n);
            case 11 -> trunk ? numbered("07700900", 3, n) : unassigned("", 11, n);
            default -> unassigned("", digits.length(), n);
        };
    }

    private static @Nullable String american(String code, int n) {
        int area = n / 100;
        return area >= AREAS.length
                ? null
                : code + AREAS[area] + "55501" + Layout.scattered(n % 100, 2);
    }

    private static @Nullable String unassigned(String code, int length, int n) {
        int width = Math.min(length - code.length() - 3, 6);
        String start = code + "0".repeat(Math.max(0, length - code.length() - width));
        return width < 2 ? null : numbered(start, width, n);
    }

    private static @Nullable String numbered(String start, int width, int n) {
        return n >= Math.pow(10, width) ? null : start + Layout.scattered(n, width);
    }
}
