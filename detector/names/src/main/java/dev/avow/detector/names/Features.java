package dev.avow.detector.names;

/**
 * What the model looks at for one token: the word and its neighbours, beginnings and endings,
 * shapes, lists, the line, and the tags already given. After Ratinov and Roth, "Design Challenges
 * and Misconceptions in Named Entity Recognition" (2009), without their slow ones. How clusters are
 * looked at is of Turian, Ratinov and Bengio, "Word Representations" (2010).
 */
public final class Features {

    /** How many features a token has at most. */
    public static final int MOST = 84;

    private static final int QUOTE = Hash.mix('"');
    private static final int APOSTROPHE = Hash.mix('\'');
    private static final int COLON = Hash.mix(':');
    private static final int EQUALS = Hash.mix('=');

    /** Keeps the first of two numbers apart from the second. */
    private static final int APART = 0x40003;

    private Features() {}

    /**
     * Whether a token may be (part of) a name at all; any other is outside and costs nothing more.
     *
     * @param previous the tag before
     */
    public static boolean isCandidate(Tokens t, int i, int previous) {
        if ((t.glue[i] & 7) == 7 && t.shape[i] != Tokens.SIGN) {
            return false;
        }
        return switch (t.shape[i]) {
            case Tokens.CAPITALIZED, Tokens.UPPER, Tokens.INITIAL, Tokens.MIXED -> true;
            case Tokens.UNCASED -> t.end[i] - t.start[i] > 1;
            case Tokens.LOWER ->
                    (previous != Tag.OUTSIDE && (isInnerWord(t, i) || isSmallName(t, i)))
                            || (t.flags[i] & (Gazetteer.FIRST | Gazetteer.LAST | Gazetteer.PLACE))
                                    != 0
                            || isNearCue(t, i);
            case Tokens.WITH_DIGITS, Tokens.SIGN, Tokens.NUMBER ->
                    previous != Tag.OUTSIDE && isInnerSign(t, i);
            default -> false;
        };
    }

    private static boolean isNearCue(Tokens t, int i) {
        int label = label(t, i);
        return ((t.flags[i - 1]
                                | t.flags[i - 2]
                                | t.flags[i - 3]
                                | (label == 0 ? 0 : t.flags[label]))
                        & Gazetteer.CUE)
                != 0;
    }

    /**
     * A small word inside a name, such as {@code van der}: something with a capital follows, or all
     * of the line is small.
     */
    private static boolean isInnerWord(Tokens t, int i) {
        return (t.line[i] & 3) == 0 || hasCapital(t.shape[i + 1]) || hasCapital(t.shape[i + 2]);
    }

    /** A word of a name in lower case, in a line that has capitals too. */
    private static boolean isSmallName(Tokens t, int i) {
        return t.shape[i - 1] == Tokens.LOWER && (t.flags[i] & Gazetteer.COMMON) == 0;
    }

    private static boolean hasCapital(int shape) {
        return shape >= Tokens.CAPITALIZED && shape <= Tokens.MIXED;
    }

    /** What stands inside names, such as a hyphen or a full stop, with a word after it. */
    private static boolean isInnerSign(Tokens t, int i) {
        int next = t.shape[i + 1];
        return t.shape[i] != Tokens.SIGN
                || (t.end[i] - t.start[i] == 1 && next != Tokens.LINE_END)
                || t.shape[i - 1] == Tokens.INITIAL;
    }

    /**
     * The word that labels a value which begins here, as in {@code Name: }, {@code name=} and
     * {@code "name": "}; 0 where none does.
     */
    static int label(Tokens t, int i) {
        int at = i - 1;
        if (t.shape[at] != Tokens.SIGN) {
            return 0;
        }
        boolean quoted = isQuote(t.word[at]);
        at -= quoted ? 1 : 0;
        boolean parts = t.word[at] == COLON || t.word[at] == EQUALS;
        if (t.shape[at] != Tokens.SIGN || !parts || t.end[at] - t.start[at] > 1) {
            return 0;
        }
        at -= t.shape[at - 1] == Tokens.SIGN && isQuote(t.word[at - 1]) ? 2 : 1;
        return t.shape[at] <= Tokens.WITH_DIGITS ? at : 0;
    }

    private static boolean isQuote(int sign) {
        return sign == QUOTE || sign == APOSTROPHE;
    }

    /**
     * Fills in the features of a token.
     *
     * @param previous the tag before
     * @param beforePrevious the tag before that
     * @param into at least {@link #MOST} long
     * @return how many there are
     */
    public static int of(Tokens t, int i, int previous, int beforePrevious, int[] into) {
        int w = t.word[i];
        int w1 = t.word[i - 1];
        int w2 = t.word[i - 2];
        int n1 = t.word[i + 1];
        int n2 = t.word[i + 2];
        int s = t.shape[i];
        int s1 = t.shape[i - 1];
        int m1 = t.shape[i + 1];
        int g = t.flags[i] & 0xFF;
        int g1 = t.flags[i - 1] & 0xFF;
        int h1 = t.flags[i + 1] & 0xFF;
        int line = t.line[i];
        int german = t.isGerman() ? 1 << 20 : 0;
        int style = s + 16 * (line & 3) + 64 * (line >> 6 & 3) + german;
        int k = 0;
        into[k++] = Hash.of(1, style);
        into[k++] = Hash.of(2, w);
        into[k++] = Hash.of(3, w, style);
        into[k++] = Hash.of(4, t.prefix[i], s);
        into[k++] = Hash.of(5, t.suffix3[i], s);
        into[k++] = Hash.of(6, t.suffix2[i], s);
        into[k++] = Hash.of(7, g, style);
        into[k++] = Hash.of(8, g * 256 + h1, s * 16 + m1 + german);
        into[k++] =
                Hash.of(
                        9,
                        g * 256 + g1,
                        s * 64 + s1 * 4 + (line & 3) + 1024 * (line >> 6 & 3) + german);
        into[k++] = Hash.of(10, g, previous);
        into[k++] = Hash.of(11, w1, s);
        into[k++] = Hash.of(12, n1, s);
        into[k++] = Hash.of(13, w2, s);
        into[k++] = Hash.of(14, n2, s);
        into[k++] = Hash.of(15, w1, w);
        into[k++] = Hash.of(16, w, n1);
        into[k++] = Hash.of(17, w1 * 31 + n1, s);
        into[k++] = Hash.of(18, w2 * 31 + w1, s);
        into[k++] = Hash.of(19, n2 * 31 + n1, s);
        into[k++] = Hash.of(20, s1 * 16 + s, m1 * 16 + t.shape[i + 2] + german);
        into[k++] =
                Hash.of(
                        21,
                        (t.shape[i - 2] * 16 + s1) * 16 + s,
                        m1 * 64 + previous * 8 + (g & 7) + german);
        into[k++] = Hash.of(22, previous * 8 + beforePrevious, s);
        into[k++] = Hash.of(23, previous, w);
        into[k++] = Hash.of(24, previous, w1);
        into[k++] = Hash.of(25, previous, style * 16 + m1);
        into[k++] = Hash.of(26, t.suffix3[i - 1], s);
        into[k++] = Hash.of(27, t.suffix3[i + 1], s);
        into[k++] = Hash.of(28, t.glue[i], s * 8 + previous);
        into[k++] = Hash.of(29, line, s * 256 + g + german);
        into[k++] = Hash.of(30, g1 * 256 + g, h1 + german);
        into[k++] = Hash.of(31, w1, g * 16 + s);
        into[k++] = Hash.of(32, n1, g * 16 + s);
        into[k++] = Hash.of(33, previous * 16 + s, t.suffix3[i]);
        into[k++] = Hash.of(34, t.word[i - 3] * 31 + w2, w1);
        into[k++] = Hash.of(35, previous * 256 + h1, g);
        into[k++] = Hash.of(36, n1, previous * 16 + s);
        into[k++] = Hash.of(37, t.suffix4[i], s);
        into[k++] = Hash.of(38, t.prefix5[i], s);
        into[k++] = Hash.of(39, t.suffix4[i - 1], s * 8 + previous);
        into[k++] = Hash.of(40, previous * 256 + g1, g * 16 + s + german);
        into[k++] =
                Hash.of(
                        41,
                        h1 * 256 + (t.flags[i + 2] & 0xFF),
                        s * 256 + m1 * 16 + t.shape[i + 2] + german);
        into[k++] = Hash.of(42, t.suffix4[i + 1], m1 * 16 + s);
        k = t.isGerman() ? clusters(t, i, previous, into, german(t, i, into, k)) : k;
        int label = label(t, i);
        if (label != 0) {
            into[k++] = Hash.of(43, t.word[label], s);
            into[k++] = Hash.of(44, t.word[label], g * 16 + s);
            into[k++] = Hash.of(45, t.word[label], t.word[label - 1]);
        }
        return k;
    }

    /**
     * What tells names from nouns in German: genitives, endings of the words around by what lists
     * say of the word, and parts of compounds with a hyphen.
     */
    private static int german(Tokens t, int i, int[] into, int count) {
        int s = t.shape[i];
        int known = (t.flags[i] & 0xFF) * 16 + s;
        int genitive = (t.endsInS[i] ? 1024 : 0) + t.shape[i + 1] * 32 + s;
        int k = count;
        into[k++] = Hash.of(46, genitive, (t.flags[i + 1] & 0xFF) * 256 + (t.flags[i] & 0xFF));
        into[k++] = Hash.of(47, t.suffix3[i - 1], known);
        into[k++] = Hash.of(48, t.suffix3[i + 1], known);
        into[k++] = Hash.of(49, t.suffix2[i - 1], known);
        into[k++] = Hash.of(50, t.glue[i] * 256 + (t.flags[i + 2] & 0xFF), known);
        into[k++] = Hash.of(51, (t.flags[i - 2] & 0xFF) * 256 + (t.flags[i - 1] & 0xFF), known);
        return k;
    }

    /**
     * The clusters of a word of German and of those around it, whole and as far as their first
     * steps go.
     */
    private static int clusters(Tokens t, int i, int previous, int[] into, int count) {
        int s = t.shape[i];
        int known = (t.flags[i] & 0xFF) * 16 + s;
        int own = t.cluster[i];
        int before = t.cluster[i - 1];
        int after = t.cluster[i + 1];
        int k = count;
        into[k++] = Hash.of(52, own, s);
        into[k++] = Hash.of(53, before, known);
        into[k++] = Hash.of(54, after, known);
        into[k++] = Hash.of(55, before * APART + after, s);
        into[k++] = Hash.of(56, before * APART + t.cluster[i - 2], s);
        into[k++] = Hash.of(57, after * APART + t.cluster[i + 2], s);
        into[k++] = Hash.of(58, own * APART + before, s);
        into[k++] = Hash.of(59, own * APART + after, s);
        into[k++] = Hash.of(60, t.cluster[i - 2], s);
        into[k++] = Hash.of(61, t.cluster[i + 2], s);
        into[k++] = Hash.of(62, own & 0xF, s);
        into[k++] = Hash.of(63, own & 0x3F, known);
        into[k++] = Hash.of(64, own & 0x3FF, s);
        into[k++] = Hash.of(65, before & 0x3F, s);
        into[k++] = Hash.of(66, after & 0x3F, s);
        into[k++] = Hash.of(67, ((own & 0x3F) << 16) | ((before & 0x3F) << 8) | (after & 0x3F), s);
        into[k++] = Hash.of(68, before & 0xF, known);
        into[k++] = Hash.of(69, after & 0xF, known);
        into[k++] = Hash.of(70, own & 0x3FF, previous * 16 + s);
        into[k++] = Hash.of(71, after & 0x3F, previous * 16 + s);
        into[k++] = Hash.of(72, before & 0x3FF, previous * 16 + s);
        into[k++] = Hash.of(73, t.cluster[i - 3], s);
        into[k++] = Hash.of(74, t.cluster[i + 3], s);
        into[k++] = Hash.of(75, ((before & 0x3F) << 8) | (after & 0x3F), known);
        into[k++] = Hash.of(76, before * APART + after, own & 0x3F);
        into[k++] = Hash.of(77, own * APART + before, after);
        return k;
    }
}
