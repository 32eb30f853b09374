package dev.avow.detector.identifiers;

import dev.avow.detector.validators.Checksums;
import dev.avow.detector.validators.Code;
import java.util.Arrays;

/**
 * Check digits of VAT numbers, where no other recognizer of this library has them. Those with
 * letters get the whole code with its prefix, the others the digits after it. Source: the
 * algorithms that member states have published through the European Commission (BMF, UID-Nummern:
 * Konstruktionsregeln, 2019).
 */
final class EuVatChecks {

    private static final int[] CYPRUS_ODD = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21};
    private static final int PREFIX = 2;

    private EuVatChecks() {}

    static boolean austria(Code code) {
        if (code.value().charAt(PREFIX) != 'U') {
            return false;
        }
        int sum = 4;
        for (int i = 0; i < 7; i++) {
            int digit = code.digit(PREFIX + 1 + i);
            int weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return (10 - sum % 10) % 10 == code.digit(PREFIX + 8);
    }

    static boolean belgium(int[] d) {
        return d[0] <= 1 && EuDates.two(d, 8) == 97 - Checksums.rest(d, 0, 8, 97);
    }

    static boolean bulgaria(int[] d) {
        int rest = Checksums.weighted(d, 1, 2, 3, 4, 5, 6, 7, 8) % 11;
        if (rest == 10) {
            rest = Checksums.weighted(d, 3, 4, 5, 6, 7, 8, 9, 10) % 11;
        }
        return rest % 10 == d[8];
    }

    /** The person's EGN, the number of a foreigner, or another. */
    static boolean bulgarianPerson(int[] d) {
        int foreign = Checksums.weighted(d, 21, 19, 17, 13, 11, 9, 7, 3, 1) % 10;
        int other = (11 - Checksums.weighted(d, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11;
        return BgEgnRecognizer.isValid(d) || foreign == d[9] || other == d[9];
    }

    static boolean cyprus(Code code) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            int digit = code.digit(PREFIX + i);
            sum += i % 2 == 0 ? CYPRUS_ODD[digit] : digit;
        }
        return code.alphanumeric(PREFIX + 8) - 10 == sum % 26;
    }

    static boolean czechia(int[] d) {
        int check = (11 - Checksums.weighted(d, 8, 7, 6, 5, 4, 3, 2) % 11) % 11;
        return d[0] != 9 && d[7] == (check == 0 ? 1 : check % 10);
    }

    /** A birth number of nine digits, or six and a number with a check digit of its own. */
    static boolean czechPerson(int[] d) {
        if (d[0] != 6) {
            return CzSkBirthNumberRecognizer.isOld(d);
        }
        int rest = Checksums.weighted(d, 0, 8, 7, 6, 5, 4, 3, 2) % 11;
        return Math.floorMod(8 - Math.floorMod(10 - rest, 11), 10) == d[8];
    }

    static boolean germany(int[] d) {
        return d[0] != 0 && Checksums.mod11And10(d);
    }

    static boolean denmark(int[] d) {
        return d[0] != 0 && Checksums.weighted(d, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0;
    }

    static boolean estonia(int[] d) {
        return Checksums.weighted(d, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0;
    }

    static boolean spain(Code code) {
        String value = code.value().substring(PREFIX);
        if (value.charAt(0) > '9') {
            return EsNieRecognizer.isValid(value)
                    || EsCifRecognizer.isValid(value)
                    || ("KLM".indexOf(value.charAt(0)) >= 0
                            && EsNifRecognizer.isValid(code.number(3, 10), value.charAt(8)));
        }
        return value.charAt(8) > '9'
                && EsNifRecognizer.isValid(code.number(PREFIX, 10), value.charAt(8));
    }

    static boolean finland(int[] d) {
        return Checksums.weighted(d, 7, 9, 10, 5, 8, 4, 2, 1) % 11 == 0;
    }

    /** The SIREN within has Luhn's check; a key of digits is (12 + 3 SIREN) modulo 97. */
    static boolean france(Code code) {
        int[] siren = EuCodes.digits(code, 4, 13);
        if (!Checksums.luhn(siren)) {
            return false;
        }
        boolean digits = code.value().charAt(2) <= '9' && code.value().charAt(3) <= '9';
        return !digits || code.number(2, 4) == (12 + 3 * Checksums.rest(siren, 0, 9, 97)) % 97;
    }

    static boolean hungary(int[] d) {
        return Checksums.weighted(d, 9, 7, 3, 1, 9, 7, 3, 1) % 10 == 0;
    }

    /** The PPS number, also as it was written until 2013 with a letter in second place. */
    static boolean ireland(Code code) {
        String value = code.value().substring(PREFIX);
        if (value.charAt(1) <= '9') {
            return IePpsRecognizer.isValid(value);
        }
        String recent = '0' + value.substring(2, 7) + value.charAt(0) + value.charAt(7);
        return IePpsRecognizer.isValid(recent);
    }

    static boolean lithuania(int[] d) {
        int last = d.length - 1;
        int rest = lithuania(d, 0);
        if (rest == 10) {
            rest = lithuania(d, 2);
        }
        return d[last - 1] == 1 && rest % 10 == d[last];
    }

    private static int lithuania(int[] d, int shift) {
        int sum = 0;
        for (int i = 0; i < d.length - 1; i++) {
            sum += d[i] * (1 + (i + shift) % 9);
        }
        return sum % 11;
    }

    static boolean luxembourg(int[] d) {
        return Checksums.rest(d, 0, 6, 89) == EuDates.two(d, 6);
    }

    static boolean latvia(int[] d) {
        return d[0] > 3
                ? Checksums.weighted(d, 9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1) % 11 == 3
                : LvPersonalCodeRecognizer.isValid(d);
    }

    static boolean malta(int[] d) {
        int sum = Checksums.weighted(d, 3, 4, 6, 7, 8, 9);
        return d[0] != 0 && EuDates.two(d, 6) == 37 - sum % 37;
    }

    /** Of a body, the check of its nine digits; since 2020 of a person, 97 over all with NL. */
    static boolean netherlands(Code code) {
        if (code.value().charAt(11) != 'B' || code.number(12, 14) == 0) {
            return false;
        }
        if (NlBsnRecognizer.isValid(EuCodes.digits(code, PREFIX, 11))) {
            return true;
        }
        int rest = 0;
        for (int i = 0; i < code.value().length(); i++) {
            int value = code.alphanumeric(i);
            rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
        }
        return rest == 1;
    }

    /** Nine digits and the check digit; shorter ones as if zeros stood before. */
    static boolean romania(int[] d) {
        int[] padded = new int[10];
        System.arraycopy(d, 0, padded, 10 - d.length, d.length);
        int sum = Checksums.weighted(padded, 7, 5, 3, 2, 1, 7, 5, 3, 2);
        return d[0] != 0 && 10 * sum % 11 % 10 == padded[9];
    }

    static boolean sweden(int[] d) {
        return EuDates.two(d, 10) > 0 && Checksums.luhn(Arrays.copyOf(d, 10));
    }

    static boolean slovenia(int[] d) {
        int check = 11 - Checksums.weighted(d, 8, 7, 6, 5, 4, 3, 2) % 11;
        return d[0] != 0 && check != 11 && check % 10 == d[7];
    }

    /** A body's, or a person's birth number. */
    static boolean slovakia(int[] d) {
        boolean third = d[2] == 2 || d[2] == 3 || d[2] == 4 || d[2] >= 7;
        boolean body = d[0] != 0 && third && Checksums.rest(d, 0, 10, 11) == 0;
        return body || CzSkBirthNumberRecognizer.isValid(d);
    }
}
