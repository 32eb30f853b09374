package dev.avow.detector.recognizers;

/**
 * Country calling codes and how many digits follow them.
 *
 * <p>Source: ITU-T E.164 and the list of assigned country codes in ITU Operational Bulletin 1114,
 * with the lengths of national significant numbers from the national numbering plans published by
 * ITU. Codes without a length here take what E.164 allows: 15 digits in all.
 */
final class CallingCodes {

    private static final String LENGTHS =
            "1:10-10 7:10-10 20:8-10 27:9-9 30:10-10 31:9-9 32:8-9 33:9-9 34:9-9 36:8-9 39:6-11"
                + " 40:9-9 41:9-9 43:4-13 44:9-10 45:8-8 46:7-10 47:8-8 48:9-9 49:6-11 51:8-9"
                + " 52:10-11 53:6-8 54:10-11 55:10-11 56:9-9 57:8-10 58:10-10 60:8-10 61:9-9"
                + " 62:7-12 63:8-10 64:8-10 65:8-8 66:8-9 81:9-10 82:8-11 84:9-10 86:9-11 90:10-10"
                + " 91:10-10 92:9-10 93:9-9 94:9-9 95:6-10 98:10-10 212:9-9 213:8-9 216:8-8 221:9-9"
                + " 225:10-10 234:8-10 254:7-10 261:9-9 262:9-9 350:8-8 351:9-9 352:6-11 353:7-9"
                + " 354:7-9 355:8-9 356:8-8 357:8-8 358:6-11 359:7-9 370:8-8 371:8-8 372:7-8"
                + " 373:8-8 374:8-8 375:9-9 376:6-9 377:8-9 380:9-9 381:7-10 382:8-9 385:8-9"
                + " 386:8-8 387:8-9 389:8-8 420:9-9 421:9-9 423:7-9 590:9-9 594:9-9 596:9-9 852:8-8"
                + " 886:8-9 961:7-8 962:8-9 966:9-9 971:8-9 972:8-9 252:6-9 298:6-6 299:6-6 500:5-5"
                + " 508:6-9 597:6-7 672:6-6 676:5-7 677:5-7 678:5-7 681:6-9 682:5-5 685:5-10"
                + " 686:5-8 687:6-6 688:5-7 880:6-10 247:5-6";

    /** Assigned codes of three digits, in runs from a first to a last. */
    private static final int[] ASSIGNED = {
        211, 213, 216, 216, 218, 218, 220, 269, 290, 291, 297, 299, 350, 359, 370, 378, 380, 383,
        385, 387, 389, 389, 420, 421, 423, 423, 500, 509, 590, 599, 670, 670, 672, 683, 685, 692,
        800, 800, 808, 808, 850, 850, 852, 853, 855, 856, 870, 870, 878, 878, 880, 883, 886, 886,
        888, 888, 960, 968, 970, 977, 979, 979, 992, 996, 998, 998
    };

    private static final int E164 = 15;
    private static final int FEWEST = 7;
    private static final int[] TABLE = new int[1000];

    static {
        for (int i = 0; i < ASSIGNED.length; i += 2) {
            for (int code = ASSIGNED[i]; code <= ASSIGNED[i + 1]; code++) {
                TABLE[code] = (FEWEST - 3) << 8 | (E164 - 3);
            }
        }
        for (int at = 0; at < LENGTHS.length(); ) {
            int blank = LENGTHS.indexOf(' ', at);
            int end = blank < 0 ? LENGTHS.length() : blank;
            int colon = LENGTHS.indexOf(':', at);
            int dash = LENGTHS.indexOf('-', colon);
            int fewest = Integer.parseInt(LENGTHS.substring(colon + 1, dash));
            int most = Integer.parseInt(LENGTHS.substring(dash + 1, end));
            TABLE[Integer.parseInt(LENGTHS.substring(at, colon))] = fewest << 8 | most;
            at = end + 1;
        }
    }

    private CallingCodes() {}

    /**
     * The code that three digits begin with; no code begins another.
     *
     * @return the code; 0 where none is assigned
     */
    static int codeOf(int first, int second, int third) {
        if (first == 1 || first == 7) {
            return first;
        }
        int two = first * 10 + second;
        if (first != 0 && TABLE[two] != 0) {
            return two;
        }
        int three = two * 10 + third;
        return first != 0 && TABLE[three] != 0 ? three : 0;
    }

    /**
     * Whether a zero is dialled within the country before an area code and left out from abroad.
     * Not so in North America, Russia, Italy, Spain, Portugal and wherever plans are closed; of
     * these only the ones are told apart where a zero may begin a number, or where it may not.
     */
    static boolean hasTrunkZero(int code) {
        return code != 1 && code != 39 && code != 378;
    }

    /** How many digits a code has. */
    static int digits(int code) {
        return code < 10 ? 1 : code < 100 ? 2 : 3;
    }

    /** The fewest digits that follow an assigned code. */
    static int fewest(int code) {
        return TABLE[code] >> 8;
    }

    /** The most digits that follow an assigned code. */
    static int most(int code) {
        return TABLE[code] & 0xFF;
    }
}
