package dev.avow.detector.engine;

/**
 * The entities of HTML by name that can stand in a value (HTML, section 13.5, "Named character
 * references"): blanks, what is not seen, and the signs of addresses and numbers.
 */
final class Entities {

    /** Each name, and behind its sign of equality what it means. */
    private static final String MEANT =
            " nbsp=  ensp=  emsp=  thinsp=  commat=@ period=. lowbar=_ plus=+ hyphen=- ndash=- shy="
                    + Text.IGNORABLE
                    + " zwnj="
                    + Text.IGNORABLE;

    private Entities() {}

    /** The folded character that a name means; an ampersand for any other name. */
    static char named(String name) {
        int at = MEANT.indexOf(" " + name + "=");
        return at < 0 ? '&' : MEANT.charAt(at + name.length() + 2);
    }
}
