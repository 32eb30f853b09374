package dev.avow.objects;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bucket and what all names in it begin with.
 *
 * @param bucket its name, as Amazon's rules have it: 3 to 63 small letters, digits, points, dashes
 * @param prefix empty, or ends with {@code /}
 */
public record S3Location(String bucket, String prefix) {

    private static final Pattern FORM =
            Pattern.compile(
                    "s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])"
                            + "(?:/([A-Za-z0-9._-]{1,100}(?:/[A-Za-z0-9._-]{1,100}){0,8}/?)?)?");

    /** Reads {@code s3://bucket} or {@code s3://bucket/prefix}; empty where it is neither. */
    public static Optional<S3Location> of(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String prefix = parts.group(2) == null ? "" : parts.group(2);
        return Optional.of(
                new S3Location(
                        parts.group(1),
                        prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/"));
    }

    /** As {@link #of} reads it, with {@code /} at its end. */
    @Override
    public String toString() {
        return "s3://" + bucket + "/" + prefix;
    }
}
