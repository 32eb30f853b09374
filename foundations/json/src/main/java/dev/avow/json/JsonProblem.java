package dev.avow.json;

/** Bytes that are no JSON. The message names the place and never quotes the bytes. */
public final class JsonProblem extends Exception {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Kind {
        MALFORMED,
        INVALID_UTF8,
        TOO_MANY
    }

    private final Kind kind;

    JsonProblem(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
