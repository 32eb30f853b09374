package dev.avow.objects;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class S3LocationTest {

    @ParameterizedTest
    @CsvSource({
        "s3://avow-test, avow-test, ''",
        "s3://avow-test/, avow-test, ''",
        "s3://avow.test/a, avow.test, a/",
        "s3://avow-test/a/B_1.x/, avow-test, a/B_1.x/",
    })
    void of_location_isBucketAndPrefix(String text, String bucket, String prefix) {
        assertThat(S3Location.of(text)).contains(new S3Location(bucket, prefix));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "s3://",
                "s3://Bucket/x",
                "s3://ab",
                "s3://bucket/x y",
                "s3://bucket//x",
                "https://bucket/x",
                "s3://user:pass@bucket/x",
                "s3://bucket/x?y",
                "/bucket/x",
                "s3://bucket/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"
            })
    void of_anythingElse_isNone(String text) {
        assertThat(S3Location.of(text)).isEmpty();
    }

    @Test
    void toString_location_isReadBack() {
        S3Location location = new S3Location("avow-test", "a/b/");

        assertThat(S3Location.of(location.toString())).contains(location);
    }
}
