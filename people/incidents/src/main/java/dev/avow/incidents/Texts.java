package dev.avow.incidents;

import dev.avow.words.Fault;
import dev.avow.words.FaultCode;

/** What a text that somebody gave must be. */
final class Texts {

    /** In characters. */
    static final int LONGEST = 4_000;

    private Texts() {}

    /**
     * Refuses one that says nothing, is too long or cannot be stored.
     *
     * @throws dev.avow.words.FaultException INVALID_VALUE naming the field
     */
    static void require(String field, String text, int longest) {
        if (text.isBlank() || text.length() > longest || text.indexOf('\0') >= 0) {
            throw wrong(
                    field,
                    field
                            + " has 1 to "
                            + longest
                            + " characters, and none of them the character 0");
        }
    }

    static RuntimeException wrong(String field, String message) {
        return Fault.of(FaultCode.INVALID_VALUE, message, field).asException();
    }
}
