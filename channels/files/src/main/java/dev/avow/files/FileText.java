package dev.avow.files;

/** What a file holds that can be read. Prints no content. */
sealed interface FileText {

    /**
     * Text as it stands in the file, so that places in it are the file's.
     *
     * @param text without a byte order mark
     */
    record Plain(String text) implements FileText {
        @Override
        public String toString() {
            return "plain[" + text.length() + "]";
        }
    }

    /**
     * Text that was taken out of a document; places are those of this text.
     *
     * @param mediaType what the document is
     * @param whole false where more was there than may be taken out
     */
    record Extracted(String text, String mediaType, boolean whole) implements FileText {
        @Override
        public String toString() {
            return "extracted[" + text.length() + "]";
        }
    }

    /**
     * Nothing of it can be looked at.
     *
     * @param why in words, without content
     * @param isGap whether it is text or a document that should have been looked at; false for what
     *     is empty, a picture, a sound, a program
     */
    record Unread(String why, boolean isGap) implements FileText {}
}
