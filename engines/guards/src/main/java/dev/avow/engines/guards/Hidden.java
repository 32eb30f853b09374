package dev.avow.engines.guards;

/**
 * Text that a reader does not see and a model does (Unicode 17, sections 23.2, 23.9): tag
 * characters outside of flags, characters without width in numbers, and overrides of direction.
 */
final class Hidden {

    private static final int FEW_TAGS = 3;
    private static final int FEW_INVISIBLE = 8;
    private static final int BLACK_FLAG = 0x1F3F4;

    private Hidden() {}

    static boolean isTag(int c) {
        return c >= 0xE0000 && c <= 0xE007F;
    }

    /** Without width, and of no use between letters of any script that has none of them. */
    static boolean isInvisible(int c) {
        return c == 0x200B || c == 0x2060 || c == 0xFEFF || c == 0x00AD || c == 0x180E || isTag(c);
    }

    private static boolean isOverride(int c) {
        return c == 0x202D || c == 0x202E;
    }

    /** Confidence, 0 where nothing is hidden. */
    static double in(String text) {
        int tags = 0;
        int invisible = 0;
        boolean overrides = false;
        boolean flag = false;
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (isTag(c)) {
                tags += flag ? 0 : 1;
            } else {
                flag = c == BLACK_FLAG;
                invisible += isInvisible(c) && c != 0x00AD ? 1 : 0;
                overrides |= isOverride(c);
            }
        }
        if (tags >= FEW_TAGS) {
            return 0.95;
        }
        return overrides ? 0.7 : invisible >= FEW_INVISIBLE ? 0.6 : 0;
    }
}
