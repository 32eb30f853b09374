package dev.avow.detector.identifiers;

/**
 * The two check digits of CPF and CNPJ: modulo eleven, weighed from the right by 2, 3 and on up to
 * a greatest weight, then from 2 again; 10 counts as 0.
 */
final class BrCheck {

    private BrCheck() {}

    /**
     * Whether both digits are right.
     *
     * @param values of the characters, the check digits last; a letter counts as its ASCII code
     *     less 48
     * @param body how many there are without the check digits
     * @param heaviest the greatest weight
     */
    static boolean fits(int[] values, int body, int heaviest) {
        return check(values, body, heaviest) == values[body]
                && check(values, body + 1, heaviest) == values[body + 1];
    }

    private static int check(int[] values, int length, int heaviest) {
        int sum = 0;
        int weight = 2;
        for (int i = length - 1; i >= 0; i--) {
            sum += values[i] * weight;
            weight = weight == heaviest ? 2 : weight + 1;
        }
        int rest = sum % 11;
        return rest < 2 ? 0 : 11 - rest;
    }
}
