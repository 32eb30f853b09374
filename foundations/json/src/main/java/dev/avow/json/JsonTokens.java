package dev.avow.json;

/**
 * How many values and names may still be read. One is handed to every reading that a request
 * causes, so that documents inside strings cannot each fill the memory anew. Not safe for more than
 * one thread.
 */
public final class JsonTokens {

    private final int most;
    private int left;

    /**
     * @param most values and names in all documents together
     */
    public JsonTokens(int most) {
        this.most = most;
        this.left = most;
    }

    void take() throws JsonProblem {
        if (left == 0) {
            throw new JsonProblem(
                    JsonProblem.Kind.TOO_MANY,
                    "the JSON holds more than "
                            + most
                            + " values and names, those inside its strings included; send fewer");
        }
        left--;
    }

    /** How many are left. */
    public int left() {
        return left;
    }
}
