package dev.avow.arrive;

/** Takes the text out of documents. Implemented where a parser is; safe for any thread. */
public interface DocumentReader {

    /**
     * What was taken out.
     *
     * @param text with what the document says of itself, such as its author; may be empty
     * @param whole false where there may be more: it was locked, damaged, too long, took too long,
     *     or has pages without text
     */
    record Extract(String text, boolean whole) {

        /** Nothing could be taken out. */
        public static final Extract NONE = new Extract("", false);

        /** Prints the length, never text. */
        @Override
        public String toString() {
            return "Extract of " + text.length() + " chars";
        }
    }

    /** Reads a document; a failure is an extract that is not whole. Waits. */
    Extract read(byte[] document);
}
