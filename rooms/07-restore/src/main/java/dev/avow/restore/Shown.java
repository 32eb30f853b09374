package dev.avow.restore;

/**
 * An event of a stream as its caller is to see it. Immutable, but for the array, which is given.
 */
public final class Shown {

    private final String name;
    private final byte[] json;

    Shown(String name, byte[] json) {
        this.name = name;
        this.json = json;
    }

    /** What stands after {@code event:}; empty for a stream whose events have no names. */
    public String name() {
        return name;
    }

    /** What stands after {@code data:}. The receiver's to keep. */
    public byte[] json() {
        return json;
    }

    /** Prints the length, never the text. */
    @Override
    public String toString() {
        return "Shown of " + json.length + " bytes";
    }
}
