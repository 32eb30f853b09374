package dev.avow.control;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a body, as the header {@code Range} asks for it (RFC 9110, section 14).
 *
 * @param from the first byte; not in the body where the range cannot be satisfied
 * @param to the byte behind the last
 */
record ByteRange(long from, long to) {

    private static final Pattern ONE =
            Pattern.compile("bytes=(?:([0-9]{1,18})-([0-9]{1,18})?|-([0-9]{1,18}))");

    /**
     * What a header asks of a body of this size.
     *
     * @return empty for several ranges, other units, and what is none: the whole is answered then
     */
    static Optional<ByteRange> of(String header, long size) {
        Matcher parts = ONE.matcher(header.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        if (parts.group(3) != null) {
            long last = Math.min(size, Long.parseLong(parts.group(3)));
            return Optional.of(new ByteRange(size - last, size));
        }
        long from = Long.parseLong(parts.group(1));
        long to =
                parts.group(2) == null ? size : Math.min(size, Long.parseLong(parts.group(2)) + 1);
        return parts.group(2) != null && Long.parseLong(parts.group(2)) < from
                ? Optional.empty()
                : Optional.of(new ByteRange(from, to));
    }

    boolean isSatisfiable() {
        return from < to;
    }

    /** The header {@code Content-Range} of an answer with it. */
    String contentRange(long size) {
        return isSatisfiable() ? "bytes " + from + "-" + (to - 1) + "/" + size : "bytes */" + size;
    }

    long length() {
        return to - from;
    }
}
