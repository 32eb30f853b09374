package dev.avow.words;

/** What a text that somebody gave must be, where it must say something. */
public final class GivenText {

    private GivenText() {}

    /**
     * Refuses one that says nothing, is too long or cannot be stored.
     *
     * @param longest in characters
     * @throws FaultException {@code invalid_value}, naming the field
     */
    public static void require(String field, String text, int longest) {
        if (text.isBlank() || text.length() > longest || text.indexOf('\0') >= 0) {
            throw Fault.wrong(
                    field,
                    field
                            + " has 1 to "
                            + longest
                            + " characters, and none of them the character 0");
        }
    }
}
