package dev.avow.mail;

import java.util.regex.Pattern;

/** A PDF that goes with a mail. Not a record: it would print, or compare by, its bytes. */
public final class PdfAttachment {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,60}\\.pdf");

    private final String name;
    private final byte[] bytes;

    /**
     * @param name as the person sees it: small letters, digits and hyphens, and {@code .pdf}
     */
    public PdfAttachment(String name, byte[] bytes) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("an attachment's name is like letter.pdf");
        }
        this.name = name;
        this.bytes = bytes.clone();
    }

    public String name() {
        return name;
    }

    /** A copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Prints name and length. */
    @Override
    public String toString() {
        return name + " of " + bytes.length + " bytes";
    }
}
