package dev.avow.presidio;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.avow.custom.PatternSize;

/**
 * Compiles a caller's regular expression with RE2/J, whose time is linear in the text. It has no
 * look-around and no back references, and its {@code \b}, {@code \d}, {@code \s} and {@code \w}
 * know ASCII only; Python's know Unicode.
 */
final class Regex {

    /** Steps of a program. Time is at most text times steps. */
    private static final int MOST_STEPS = 5_000;

    private Regex() {}

    /**
     * @param flags as Python numbers them
     * @param field where the pattern stands in the request, for the refusal
     */
    static Pattern compile(
            String regex, int flags, String field, String flagsField, PresidioLimits limits) {
        if (regex.length() > limits.maxPatternLength()) {
            throw PresidioError.unreadable(
                    field
                            + " is longer than "
                            + limits.maxPatternLength()
                            + " characters; shorten it, or raise"
                            + " AVOW_PRESIDIO_MAX_PATTERN_LENGTH");
        }
        if (PatternSize.of(regex) > MOST_STEPS) {
            throw PresidioError.unreadable(
                    field + " repeats too much; lower the numbers in its braces");
        }
        if (regex.contains("\\Q")) { // Python has none, and its end would have to be looked for
            throw PresidioError.unreadable(field + " holds \\Q; escape the characters one by one");
        }
        try {
            return Pattern.compile(regex, RegexFlags.re2(flags, flagsField));
        } catch (PatternSyntaxException refused) {
            // Its description is a fixed phrase; its message would quote the pattern.
            throw PresidioError.unreadable(
                    field
                            + " is refused: "
                            + refused.getDescription()
                            + "; RE2's syntax has no look-around and no back references");
        } catch (StackOverflowError | IndexOutOfBoundsException tooDeep) {
            throw PresidioError.unreadable(field + " is refused: it is nested too deeply");
        }
    }
}
