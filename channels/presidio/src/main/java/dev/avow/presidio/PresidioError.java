package dev.avow.presidio;

/**
 * A refusal, told in Presidio's form: a status and {@code {"error": "…"}}. Its message names
 * fields, limits and remedies and holds no content. Where Presidio refuses on purpose, status and
 * message are its own; where Presidio fails unawares (500), ours is a 4xx that names the field.
 */
final class PresidioError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    PresidioError(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    /** What the analyzer cannot read. */
    static PresidioError unreadable(String what) {
        return new PresidioError(
                400, "Failed to parse /analyze request for AnalyzerEngine.analyze(). " + what);
    }

    /** Presidio's {@code InvalidParamError}. */
    static PresidioError invalid(String message) {
        return new PresidioError(422, message);
    }

    int status() {
        return status;
    }

    /** The message, for the answer. */
    String told() {
        return String.valueOf(getMessage());
    }

    /** A name of the caller's as it may be repeated: only where it looks like one. */
    static String quotable(String name) {
        return name.matches("[A-Za-z0-9_]{1,40}") ? name : "…";
    }
}
