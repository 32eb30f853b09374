package dev.avow.translation;

import java.nio.charset.StandardCharsets;

/** A name as one segment of a path (RFC 3986, section 3.3). */
final class PathSegment {

    private PathSegment() {}

    /** With all but unreserved characters escaped. */
    static String escaped(String name) {
        StringBuilder out = new StringBuilder(name.length() + 8);
        for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xff);
            boolean plain =
                    (c >= 'a' && c <= 'z')
                            || (c >= 'A' && c <= 'Z')
                            || (c >= '0' && c <= '9')
                            || "-._~".indexOf(c) >= 0;
            if (plain) {
                out.append(c);
            } else {
                out.append('%').append(hex(c >> 4)).append(hex(c & 15));
            }
        }
        String segment = out.toString();
        // Dots alone would be another path.
        return segment.equals(".") || segment.equals("..") ? segment.replace(".", "%2E") : segment;
    }

    private static char hex(int digit) {
        return "0123456789ABCDEF".charAt(digit);
    }
}
