package dev.avow.mail;

import java.util.List;

/**
 * What a mail says: plain text, and PDFs at most. Nothing in it is fetched from anywhere, so nobody
 * learns whether it was read.
 *
 * @param plaintextSubject one line of 1 to 200 characters, none of them a control character: it
 *     cannot become another header
 * @param plaintextBody up to 20,000 characters; lines end in a line feed
 */
public record MailText(
        String plaintextSubject, String plaintextBody, List<PdfAttachment> attachments) {

    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_BODY = 20_000;

    public MailText {
        attachments = List.copyOf(attachments);
        if (plaintextSubject.isBlank()
                || plaintextSubject.length() > LONGEST_SUBJECT
                || plaintextSubject.codePoints().anyMatch(MailText::breaksALine)) {
            throw new IllegalArgumentException("a mail's subject is one line without controls");
        }
        if (plaintextBody.length() > LONGEST_BODY || plaintextBody.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a mail's text is too long, or holds a zero");
        }
    }

    /** Control characters, and what Unicode takes for the end of a line. */
    private static boolean breaksALine(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }

    /** Prints lengths. */
    @Override
    public String toString() {
        return "MailText of " + plaintextBody.length() + " characters, " + attachments;
    }
}
