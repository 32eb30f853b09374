package dev.avow.mask;

import org.jspecify.annotations.Nullable;

/**
 * Payment cards: the same network, length and separators. They begin with the six digits that the
 * network's published test numbers begin with. With a wrong check digit (ISO/IEC 7812-1, Luhn) no
 * such card can exist; with a right one it is a test number by custom, which no register vouches
 * for.
 */
final class SyntheticCard implements Synthetic {

    private static final int START = 6;
    private static final int WIDEST = 9;

    @Override
    public @Nullable String like(String original, int n, boolean checksumHolds) {
        String digits = Layout.digits(original);
        String start = start(digits);
        int width = digits.length() - START - 1;
        if (start == null || width < 4) {
            return null;
        }
        String middle =
                "0".repeat(Math.max(0, width - WIDEST))
                        + Layout.scattered(n, Math.min(width, WIDEST));
        int check = check(start + middle);
        int last = checksumHolds ? check : (check + 1 + n % 9) % 10;
        return Layout.withDigits(original, start + middle + last);
    }

    private static @Nullable String start(String digits) {
        if (digits.startsWith("34") || digits.startsWith("37")) {
            return "378282";
        }
        if (digits.startsWith("35")) {
            return "353011";
        }
        if (digits.startsWith("62")) {
            return "620000";
        }
        return switch (digits.isEmpty() ? ' ' : digits.charAt(0)) {
            case '2' -> "222300";
            case '3' -> "305693";
            case '4' -> "424242";
            case '5' -> "555555";
            case '6' -> "601111";
            default -> null;
        };
    }

    /** The digit that makes the number pass. */
    static int check(String digits) {
        int sum = 0;
        boolean doubled = true;
        for (int i = digits.length() - 1; i >= 0; i--) {
            int digit = digits.charAt(i) - '0';
            int added = doubled ? digit * 2 : digit;
            sum += added > 9 ? added - 9 : added;
            doubled = !doubled;
        }
        return (10 - sum % 10) % 10;
    }
}
