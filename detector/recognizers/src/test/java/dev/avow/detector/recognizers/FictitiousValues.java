package dev.avow.detector.recognizers;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Values of each type as people write them, made up. Check digits are computed here once more, by
 * the longest way round, so that a mistake in a recognizer does not repeat itself here.
 */
final class FictitiousValues {

    private static final String[] NAMES = {
        "alice", "bob.martin", "j.doe", "renée", "o'brien", "anna_maria", "x-y", "müller", "k9"
    };
    private static final String[] HOSTS = {
        "mail.example",
        "example.org",
        "example.co.uk",
        "firma.example",
        "exämple.org",
        "xn--exmple-cua.com"
    };

    /** {@code #} is a digit, {@code z} one that is not zero, {@code n} 2 to 9. */
    private static final String[] PHONES = {
        "+33 z ## ## ## ##",
        "+33z########",
        "+33 (0)z ## ## ## ##",
        "00 33 z ## ## ## ##",
        "0z ## ## ## ##",
        "0z.##.##.##.##",
        "0z-##-##-##-##",
        "+49 30 z######",
        "+49 (0) 171 z######",
        "030 z######",
        "030/z######",
        "(030) z######",
        "0171 z######",
        "0171-z######",
        "0171/z######",
        "0151 ## ## ## ##",
        "+44 20 7### ####",
        "020 7### ####",
        "07700 900###",
        "07700 900 ###",
        "0161 496 0###",
        "(01632) 960###",
        "01632 960###",
        "+44 (0)161 496 0###",
        "+34 6## ### ###",
        "6## ## ## ##",
        "9z ### ## ##",
        "+39 3n# ### ####",
        "3n# #######",
        "06 z### ####",
        "(nz#) nz#-####",
        "nz#-nz#-####",
        "nz#.nz#.####",
        "+1 nz# nz# ####",
        "1-800-nz#-####",
        "+1 (nz#) nz#-####",
        "nz#-nz#-#### ext. ##",
        "(nz#) nz#-#### x###",
        "+91 9#### #####",
        "9#### #####",
        "0412 ### ###",
        "(02) 9### ####",
        "+61 412 ### ###",
        "06-z#######",
        "020-z######",
        "0470 ## ## ##",
        "02/z##.##.##",
        "079 z## ## ##",
        "+41 79 z## ## ##",
        "0664 z######",
        "+43 1 z######",
        "+48 5## ### ###",
        "22 z## ## ##",
        "+351 9z# ### ###",
        "070-z## ## ##",
        "08-z## ### ##",
        "+46 70 z## ## ##",
        "090-z###-####",
        "03-z###-####",
        "+81 90-z###-####",
        "(11) 9z###-####",
        "+55 11 9z###-####",
        "011 44 20 7### ####"
    };

    /** Such as need a word beside them. */
    private static final String[] PHONES_NAMED = {
        "0z########", "017z#######", "07700900###", "nz#nz#####", "6########", "3n########",
        "9#########", "z## ####", "6## ### ###", "9z# ### ###", "5## ### ###", "z### ####",
        "04########", "z## ## ## ##"
    };

    private static final String[] CARDS = {
        "4###############", "4############", "4##################", "51##############",
        "55##############", "2221############", "2720############", "34#############",
        "37#############", "36############", "3000##########", "6011############",
        "65##############", "3528############", "62##############", "62#################",
        "5018############", "5893###########", "6759############", "6304##########"
    };

    private static final String[] IBANS = {
        "DE##################",
        "FR##########AA###########",
        "GBAAAA##############",
        "ES####################",
        "ITA##########AAAAAAAAAAAA",
        "NLAAAA##########",
        "BE############",
        "CH#################",
        "AT################",
        "PL########################",
        "PT#####################",
        "SE####################",
        "NO###########",
        "MTAAAA#####AAAAAAAAAAAAAAAAAA",
        "LU################",
        "IEAAAA##############",
        "BR#######################AA",
        "SA####################"
    };

    private final Random random;

    FictitiousValues(Random random) {
        this.random = random;
    }

    String email() {
        String name = pick(NAMES);
        String host = pick(HOSTS);
        return switch (random.nextInt(9)) {
            case 0 -> name + "+tag@" + host;
            case 1 -> "\"" + name + "\"@" + host;
            case 2 -> "alice%40" + host;
            case 3 -> "bob (at) mail (dot) example";
            case 4 -> "bob.martin [at] example.org";
            case 5 -> "bob at example dot org";
            case 6 -> "al\u200bice@" + host;
            default -> name + "@" + host;
        };
    }

    String phone() {
        return digits(pick(PHONES));
    }

    String namedPhone() {
        return digits(pick(PHONES_NAMED));
    }

    String card() {
        String body = digits(pick(CARDS));
        body = body.substring(0, body.length() - 1);
        int sum = 0;
        for (int i = body.length() - 1, weight = 2; i >= 0; i--, weight = 3 - weight) {
            int product = weight * (body.charAt(i) - '0');
            sum += product / 10 + product % 10;
        }
        String card = body + (10 - sum % 10) % 10;
        String sign = pick(" ", "-", ".", "\u00a0", "\u2009");
        if (card.length() == 15 && random.nextBoolean()) {
            return card.substring(0, 4) + sign + card.substring(4, 10) + sign + card.substring(10);
        }
        return switch (random.nextInt(5)) {
            case 0, 1 -> grouped(card, 4, sign);
            case 2 -> card.length() == 16 ? grouped(card, 2, " ") : card;
            case 3 -> card.length() == 16 ? grouped(card, 3, " ") : card;
            default -> card;
        };
    }

    String iban() {
        String pattern = pick(IBANS);
        String bban = digits(pattern.substring(2));
        StringBuilder upper = new StringBuilder();
        for (int i = 0; i < bban.length(); i++) {
            char c = bban.charAt(i);
            upper.append(c == 'A' ? (char) ('A' + random.nextInt(26)) : c);
        }
        String country = pattern.substring(0, 2);
        StringBuilder number = new StringBuilder();
        String rotated = upper + country + "00";
        for (int i = 0; i < rotated.length(); i++) {
            number.append(Character.digit(rotated.charAt(i), 36));
        }
        int rest = new BigInteger(number.toString()).mod(BigInteger.valueOf(97)).intValue();
        String iban = country + String.format(Locale.ROOT, "%02d", 98 - rest) + upper;
        return switch (random.nextInt(5)) {
            case 0, 1 -> grouped(iban, 4, pick(" ", "-", "\u00a0", "."));
            case 2 -> iban.toLowerCase(Locale.ROOT);
            case 3 -> iban.substring(0, 4) + " " + iban.substring(4);
            default -> iban;
        };
    }

    String nir() {
        String department = pick("01", "75", "13", "2A", "2B", "97", "99");
        String body =
                pick("1", "2")
                        + digits("##")
                        + String.format(Locale.ROOT, "%02d", 1 + random.nextInt(12))
                        + department
                        + digits("z##z##");
        long number = Long.parseLong(body.replace("2A", "19").replace("2B", "18"));
        String all = body + String.format(Locale.ROOT, "%02d", 97 - number % 97);
        if (random.nextBoolean()) {
            return all;
        }
        String s = pick(" ", "\u00a0", ".");
        return String.join(
                s,
                List.of(
                        all.substring(0, 1),
                        all.substring(1, 3),
                        all.substring(3, 5),
                        all.substring(5, 7),
                        all.substring(7, 10),
                        all.substring(10, 13),
                        all.substring(13)));
    }

    String siren() {
        String siren = luhn(digits("z#######"));
        return random.nextBoolean() ? siren : grouped(siren, 3, " ");
    }

    String siret() {
        String siret = luhn(luhn(digits("z#######")) + digits("000#"));
        if (random.nextInt(5) == 0) {
            return "356000000" + pick("49837", "00048", "12305");
        }
        return random.nextBoolean()
                ? siret
                : grouped(siret.substring(0, 9), 3, " ") + " " + siret.substring(9);
    }

    private static String luhn(String body) {
        int sum = 0;
        for (int i = body.length() - 1, weight = 2; i >= 0; i--, weight = 3 - weight) {
            int product = weight * (body.charAt(i) - '0');
            sum += product / 10 + product % 10;
        }
        return body + (10 - sum % 10) % 10;
    }

    private static String grouped(String value, int size, String sign) {
        StringBuilder grouped = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            grouped.append(i > 0 && i % size == 0 ? sign : "").append(value.charAt(i));
        }
        return grouped.toString();
    }

    private String digits(String pattern) {
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            switch (c) {
                case '#' -> value.append(random.nextInt(10));
                case 'z' -> value.append(1 + random.nextInt(9));
                case 'n' -> value.append(2 + random.nextInt(8));
                default -> value.append(c);
            }
        }
        return value.toString();
    }

    private String pick(String... values) {
        return values[random.nextInt(values.length)];
    }
}
