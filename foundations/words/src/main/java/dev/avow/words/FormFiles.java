package dev.avow.words;

import java.util.List;

/**
 * The files of a request that is a form (RFC 7578), beside its fields. Everything else of the form,
 * the files' names too, travels as a JSON object, so that it is looked at like any other body: a
 * field is a member with a string, a file a member with {@code {"filename", "content_type",
 * "part"}}, of which the last is the file's place in this list; what a form has twice is an array.
 * Held in memory, never on disk. Immutable; safe for any thread.
 */
public final class FormFiles {

    /** Of a request that is no form. */
    public static final FormFiles NONE = new FormFiles(false, List.of());

    private final boolean form;
    private final List<byte[]> files;

    private FormFiles(boolean form, List<byte[]> files) {
        this.form = form;
        this.files = List.copyOf(files);
    }

    /** Of a form; the list may be empty. The arrays must not be changed any more. */
    public static FormFiles of(List<byte[]> files) {
        return new FormFiles(true, files);
    }

    /** Whether the request is a form at all. */
    public boolean isForm() {
        return form;
    }

    /** How many files there are. */
    public int count() {
        return files.size();
    }

    /** One file's bytes, not to be changed; the place is 0 to {@link #count()}, exclusive. */
    public byte[] unscanned(int place) {
        return files.get(place);
    }

    /** Bytes of all files. */
    public long bytes() {
        return files.stream().mapToLong(each -> each.length).sum();
    }

    /** Prints the number of files, nothing of them. */
    @Override
    public String toString() {
        return "FormFiles of " + files.size();
    }
}
