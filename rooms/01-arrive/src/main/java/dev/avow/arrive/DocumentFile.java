package dev.avow.arrive;

/** A document's bytes as they came. Prints none of them. */
public final class DocumentFile {

    private final byte[] bytes;

    DocumentFile(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Not to be changed. */
    public byte[] unscanned() {
        return bytes;
    }

    int size() {
        return bytes.length;
    }

    @Override
    public String toString() {
        return "DocumentFile of " + bytes.length + " bytes";
    }
}
