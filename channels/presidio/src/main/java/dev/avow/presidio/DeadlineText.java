package dev.avow.presidio;

/**
 * A text that a regular expression reads, and that ends the reading when the time is up: RE2/J
 * takes linear time for one match, but a pattern that reads to the end for every match does so many
 * times.
 */
final class DeadlineText implements CharSequence {

    private static final int CHECK_EVERY = 1 << 14;

    private final String text;
    private final Deadline deadline;
    private int reads;

    DeadlineText(String text, Deadline deadline) {
        this.text = text;
        this.deadline = deadline;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (++reads >= CHECK_EVERY) {
            reads = 0;
            deadline.check();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    /** Its length, never the text. */
    @Override
    public String toString() {
        return "DeadlineText of " + text.length();
    }
}
