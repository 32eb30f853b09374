package dev.avow.detector.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class JwtRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(Found.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments(
                        "signed",
                        "Authorization: Bearer"
                            + " eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxIiwibmFtZSI6Ik5vYm9keSJ9.c2lnbmF0dXJlLW9mLWl0",
                        "jwt:eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxIiwibmFtZSI6Ik5vYm9keSJ9.c2lnbmF0dXJlLW9mLWl0"),
                arguments(
                        "in JSON",
                        "{\"token\":\"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxIiwibmFtZSI6Ik5vYm9keSJ9.c2lnbmF0dXJlLW9mLWl0\"}",
                        "jwt:eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxIiwibmFtZSI6Ik5vYm9keSJ9.c2lnbmF0dXJlLW9mLWl0"),
                arguments(
                        "ends a sentence",
                        "It is"
                            + " eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxIiwibmFtZSI6Ik5vYm9keSJ9.c2lnbmF0dXJlLW9mLWl0."
                            + " Thanks",
                        "jwt:eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxIiwibmFtZSI6Ik5vYm9keSJ9.c2lnbmF0dXJlLW9mLWl0"),
                arguments(
                        "encrypted",
                        "eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.a2V5.aXYtaXY.Y2lwaGVydGV4dA.dGFn",
                        "jwt:eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.a2V5.aXYtaXY.Y2lwaGVydGV4dA.dGFn"),
                arguments(
                        "unsigned",
                        "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.",
                        "jwt:eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0"),
                arguments(
                        "with a space in its header",
                        "eyAiYWxnIiA6ICJFUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln",
                        "jwt:eyAiYWxnIiA6ICJFUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln"),
                arguments(
                        "no algorithm",
                        "eyJ0eXAiOiJKV1QiLCJ4IjoieXl5eXl5eXl5eTEifQ.eyJzdWIiOiIxIn0.c2ln",
                        ""),
                arguments("no JSON", "eyJub3RoaW5n1.abc.def", ""),
                arguments("one part", "eyJhbGciOiJIUzI1NiJ9", ""),
                arguments("base64 of JSON", "eyJuYW1lIjoic29tZWJvZHkiLCJhZ2UiOjMxfQ", ""));
    }
}
