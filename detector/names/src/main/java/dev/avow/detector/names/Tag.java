package dev.avow.detector.names;

/**
 * The tags of the sequence model: outside, beginning of, and inside a person, an organisation or a
 * place (the BIO scheme of Ramshaw and Marcus, 1995). Their numbers are their lanes in a row of
 * weights.
 */
public final class Tag {

    /** No name. */
    public static final int OUTSIDE = 0;

    /** The first token of a person. An even number begins no name and continues one. */
    public static final int PERSON = 1;

    /** The first token of an organisation. */
    public static final int ORGANIZATION = 3;

    /** The first token of a place. */
    public static final int LOCATION = 5;

    /** How many tags there are. */
    public static final int COUNT = 7;

    private Tag() {}

    /** The tag of the tokens after the first of a name. */
    public static int inside(int begin) {
        return begin + 1;
    }

    /** The tag a name began with; {@link #OUTSIDE} for itself. */
    public static int begin(int tag) {
        return tag == OUTSIDE ? OUTSIDE : (tag - 1) / 2 * 2 + 1;
    }

    /** Whether a tag may stand after another: nothing continues that has not begun. */
    public static boolean follows(int previous, int tag) {
        return tag == OUTSIDE || (tag & 1) == 1 || previous == tag || previous == tag - 1;
    }
}
