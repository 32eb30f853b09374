package dev.avow.detector.recognizers;

/**
 * How long an IBAN is in each country.
 *
 * <p>Source: SWIFT IBAN Registry (ISO 13616), and the territories that use their country's format
 * under its code. Each entry is the country and the length in two digits.
 */
final class IbanCountries {

    private static final String TABLE =
            "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28"
                    + "EE20EG29ES24FI18FK18FO18FR27GB22GE22GI23GL18GR27GT28HN28HR21HU28IE22IL23IQ23"
                    + "IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MN20MR27MT31"
                    + "MU30NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18SE24SI19SK24"
                    + "SM27SO23ST25SV28TL23TN24TR26UA29VA22VG24XK20YE30";

    private static final byte[] LENGTHS = new byte[26 * 26];

    static {
        for (int i = 0; i < TABLE.length(); i += 4) {
            int place = (TABLE.charAt(i) - 'A') * 26 + TABLE.charAt(i + 1) - 'A';
            LENGTHS[place] = (byte) (10 * (TABLE.charAt(i + 2) - '0') + TABLE.charAt(i + 3) - '0');
        }
    }

    private IbanCountries() {}

    /** The length for a country code in either case, 15 to 33; 0 where there is none. */
    static int length(char first, char second) {
        int a = (first | 0x20) - 'a';
        int b = (second | 0x20) - 'a';
        return a < 0 || a > 25 || b < 0 || b > 25 ? 0 : LENGTHS[a * 26 + b];
    }
}
