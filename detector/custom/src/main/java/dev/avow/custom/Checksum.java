package dev.avow.custom;

import dev.avow.detector.validators.Checksums;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Check digits that a recognizer may ask for by name. What parts a number (blanks, dashes, dots) is
 * passed over; so are letters, save where the check counts them.
 */
public enum Checksum {
    /** ISO/IEC 7812-1, as payment cards have it. */
    LUHN {
        @Override
        boolean holds(int[] values) {
            return isDecimal(values) && Checksums.luhn(values);
        }
    },
    /** ISO/IEC 7064 MOD 97-10: the whole, letters as 10 to 35, leaves 1 divided by 97. */
    MOD97 {
        @Override
        boolean holds(int[] values) {
            int rest = 0;
            for (int value : values) {
                rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
            }
            return rest == 1;
        }
    },
    /** Weights 1, 2, 3 … from the right, a multiple of 11; a last X is 10: as ISBN-10 has it. */
    MOD11 {
        @Override
        boolean holds(int[] values) {
            int sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += values[values.length - 1 - i] * (i + 1);
            }
            return sum % 11 == 0;
        }
    },
    /** ISO/IEC 7064 MOD 11-2; a last X is 10: as ISNI and ORCID have it. */
    MOD11_2 {
        @Override
        boolean holds(int[] values) {
            int rest = 0;
            for (int value : values) {
                rest = (rest * 2 + value) % 11;
            }
            return rest == 1;
        }
    },
    /** ISO/IEC 7064 MOD 11,10. */
    MOD11_10 {
        @Override
        boolean holds(int[] values) {
            return isDecimal(values) && Checksums.mod11And10(values);
        }
    },
    /** Weights 1 and 3 in turn from the right, a multiple of 10: as EAN and GTIN have it. */
    EAN {
        @Override
        boolean holds(int[] values) {
            int sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += values[values.length - 1 - i] * ((i & 1) == 0 ? 1 : 3);
            }
            return sum % 10 == 0;
        }
    },
    /** Verhoeff 1969. */
    VERHOEFF {
        @Override
        boolean holds(int[] values) {
            return isDecimal(values) && Checksums.verhoeff(values);
        }
    };

    /** Fewer would hold by chance too often to say anything. */
    private static final int FEWEST = 4;

    /** As it stands in JSON. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All ids, for a refusal. */
    public static List<String> ids() {
        return List.of(values()).stream().map(Checksum::id).toList();
    }

    static Optional<Checksum> of(String id) {
        return List.of(values()).stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /**
     * Whether a text's digits, and what else the check counts, have it.
     *
     * @return false also where there are fewer than four, or all are zero
     */
    public boolean holds(CharSequence text) {
        int[] values = new int[text.length()];
        int count = 0;
        boolean anything = false;
        for (int i = 0; i < text.length(); i++) {
            int value = value(text, i);
            if (value >= 0) {
                values[count++] = value;
                anything |= value > 0;
            }
        }
        return count >= FEWEST && anything && holds(Arrays.copyOf(values, count));
    }

    abstract boolean holds(int[] values);

    private int value(CharSequence text, int at) {
        char c = text.charAt(at);
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        char upper = (char) (c & ~0x20);
        return switch (this) {
            case MOD97 -> upper >= 'A' && upper <= 'Z' ? upper - 'A' + 10 : -1;
            case MOD11, MOD11_2 -> upper == 'X' && noDigitAfter(text, at) ? 10 : -1;
            case LUHN, MOD11_10, EAN, VERHOEFF -> -1;
        };
    }

    private static boolean noDigitAfter(CharSequence text, int at) {
        for (int i = at + 1; i < text.length(); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean isDecimal(int[] values) {
        for (int value : values) {
            if (value > 9) {
                return false;
            }
        }
        return true;
    }
}
