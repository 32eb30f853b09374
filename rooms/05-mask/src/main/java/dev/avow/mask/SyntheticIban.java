package dev.avow.mask;

import org.jspecify.annotations.Nullable;

/**
 * IBANs (ISO 13616): the same country, length, separators and places of letters. The bank's
 * identifier is made of zeros or the letter X, which no register assigns; the account is a number.
 * Check digits of a country's own inside the account are not kept right.
 */
final class SyntheticIban implements Synthetic {

    private static final int ACCOUNT = 6;

    @Override
    public @Nullable String like(String original, int n, boolean checksumHolds) {
        StringBuilder plain = new StringBuilder(original.length());
        original.chars().filter(Character::isLetterOrDigit).forEach(c -> plain.append((char) c));
        if (plain.length() < 12 || n >= 1_000_000) {
            return null;
        }
        StringBuilder account = new StringBuilder(plain.substring(4));
        int left = ACCOUNT;
        String number = Layout.scattered(n, ACCOUNT);
        for (int i = account.length() - 1; i >= 0; i--) {
            if (!Layout.isDigit(account.charAt(i))) {
                account.setCharAt(i, 'X');
            } else {
                account.setCharAt(i, left > 0 ? number.charAt(--left) : '0');
            }
        }
        if (left > 0) {
            return null;
        }
        String country = plain.substring(0, 2);
        int right = 98 - remainder(account + country + "00");
        // From 02 to 98, as every right one is.
        int check = checksumHolds ? right : 2 + (right - 2 + 1 + n % 90) % 97;
        return filled(original, country + Layout.padded(check, 2) + account);
    }

    private static String filled(String original, String plain) {
        StringBuilder filled = new StringBuilder(original);
        int next = 0;
        for (int i = 0; i < filled.length(); i++) {
            if (Character.isLetterOrDigit(filled.charAt(i))) {
                filled.setCharAt(i, plain.charAt(next++));
            }
        }
        return filled.toString();
    }

    /** The number that letters and digits spell, modulo 97. */
    static int remainder(String text) {
        int rest = 0;
        for (int i = 0; i < text.length(); i++) {
            int value = Character.digit(text.charAt(i), 36);
            rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
        }
        return rest;
    }
}
