package dev.avow.presidio;

/** Puts a character in the place of the first or last characters. */
final class Mask implements Operator {

    @Override
    public String operate(String text, Parameters parameters) {
        String with = parameters.neededText("masking_char");
        if (with.codePointCount(0, with.length()) > 1) {
            throw PresidioError.invalid("Invalid input, masking_char must be a character");
        }
        int wanted = parameters.neededNumber("chars_to_mask");
        boolean fromEnd = parameters.neededFlag("from_end");
        int length = text.codePointCount(0, text.length());
        int masked = Math.clamp(wanted, 0, length);
        String mask = with.repeat(masked);
        return fromEnd
                ? text.substring(0, text.offsetByCodePoints(0, length - masked)) + mask
                : mask + text.substring(text.offsetByCodePoints(0, masked));
    }
}
