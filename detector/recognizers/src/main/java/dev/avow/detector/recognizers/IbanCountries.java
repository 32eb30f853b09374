package dev.avow.detector.recognizers;

import dev.avow.detector.validators.Parts;

/**
 * How an IBAN is made in each country.
 *
 * <p>Source: SWIFT IBAN Registry (ISO 13616), and the territories that use their country's format
 * under its code; in the last two rows the countries that use the standard without having
 * registered (agrees with npm's ibantools 4 and PyPI's python-stdnum 2.2 for every country). Each
 * entry is the country and what follows the check digits: so many digits ({@code n}), letters
 * ({@code a}) or either ({@code c}).
 */
final class IbanCountries {

    private static final String TABLE =
            "AD8n12c AE19n AL8n16c AT16n AZ4a20c BA16n BE12n BG4a6n8c BH4a14c BI23n BR23n1a1c"
                + " BY4c4n16c CH5n12c CR18n CY8n16c CZ20n DE18n DJ23n DK14n DO4c20n EE16n EG25n"
                + " ES20n FI14n FK2a12n FO14n FR10n11c2n GB4a14n GE2a16n GI4a15c GL14n GR7n16c"
                + " GT4c20c HN4a20n HR17n HU24n IE4a14n IL19n IQ4a15n IS22n IT1a10n12c JO4a4n18c"
                + " KW4a22c KZ3n13c LB4n20c LC4a24c LI5n12c LT16n LU3n13c LV4a13c LY21n MC10n11c2n"
                + " MD2c18c ME18n MK3n10c2n MN16n MR23n MT4a5n18c MU4a19n3a NI4a20n NL4a10n NO11n"
                + " OM3n16c PK4a16c PL24n PS4a21c PT21n QA4a21c RO4a16c RS18n RU14n15c SA2n18c"
                + " SC4a20n3a SD14n SE20n SI15n SK20n SM1a10n12c SO19n ST21n SV4a20n TL19n TN20n"
                + " TR5n1n16c UA6n19c VA18n VG4a16n XK16n YE4a4n18c AO21n BF2c22n BJ2c22n CF23n"
                + " CG23n CI1a23n CM23n CV21n DZ22n GA23n GQ23n GW2a19n IR22n KM23n MA24n MG23n"
                + " ML2c22n MZ21n NE2a22n SN2a22n TD23n TG2a22n";

    private static final String[] KINDS = new String[26 * 26];

    static {
        for (String entry : Parts.of(TABLE, " ")) {
            StringBuilder kinds = new StringBuilder("aann");
            int count = 0;
            for (int i = 2; i < entry.length(); i++) {
                char c = entry.charAt(i);
                if (c >= '0' && c <= '9') {
                    count = 10 * count + c - '0';
                } else {
                    kinds.append(String.valueOf(c).repeat(count));
                    count = 0;
                }
            }
            KINDS[(entry.charAt(0) - 'A') * 26 + entry.charAt(1) - 'A'] = kinds.toString();
        }
    }

    private IbanCountries() {}

    /**
     * What stands at each place of an IBAN: {@code n} a digit, {@code a} a letter, {@code c}
     * either.
     *
     * @return 15 to 33 of these for a country code in either case; empty where there is none
     */
    static String kinds(char first, char second) {
        int a = (first | 0x20) - 'a';
        int b = (second | 0x20) - 'a';
        if (a < 0 || a > 25 || b < 0 || b > 25) {
            return "";
        }
        String kinds = KINDS[a * 26 + b];
        return kinds == null ? "" : kinds;
    }
}
