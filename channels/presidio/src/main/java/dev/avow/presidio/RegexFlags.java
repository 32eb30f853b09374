package dev.avow.presidio;

import com.google.re2j.Pattern;

/**
 * Flags as Python's {@code re} module numbers them: IGNORECASE 2, LOCALE 4, MULTILINE 8, DOTALL 16,
 * UNICODE 32, VERBOSE 64, ASCII 256.
 */
final class RegexFlags {

    /** What Presidio takes where nothing is said: DOTALL, MULTILINE and IGNORECASE. */
    static final int USUAL = 2 | 8 | 16;

    private static final int WITHOUT_EFFECT = 32 | 256;

    private RegexFlags() {}

    /** As RE2/J numbers them; refuses by field what it does not have. */
    static int re2(int python, String field) {
        if ((python & ~(USUAL | WITHOUT_EFFECT)) != 0) {
            throw PresidioError.unreadable(
                    field + " may hold IGNORECASE (2), MULTILINE (8) and DOTALL (16) only");
        }
        int flags = 0;
        flags |= (python & 2) != 0 ? Pattern.CASE_INSENSITIVE : 0;
        flags |= (python & 8) != 0 ? Pattern.MULTILINE : 0;
        flags |= (python & 16) != 0 ? Pattern.DOTALL : 0;
        return flags;
    }
}
