package dev.avow.kms;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key of AWS KMS, by its ARN behind {@code aws-kms://}, as Tink writes it.
 *
 * @param arn of a key or of an alias
 */
record AwsKey(String arn, String region) {

    private static final Pattern FORM =
            Pattern.compile(
                    "aws-kms://(arn:aws[a-z-]*:kms:([a-z0-9-]{1,40}):[0-9]{12}:(?:key|alias)/[A-Za-z0-9/_-]{1,256})");

    static Optional<AwsKey> of(String address) {
        Matcher form = FORM.matcher(address);
        return form.matches()
                ? Optional.of(new AwsKey(form.group(1), form.group(2)))
                : Optional.empty();
    }
}
