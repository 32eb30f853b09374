package dev.avow.detector.secrets;

import dev.avow.detector.testing.LinearTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts readings, not time: doubling a hostile text doubles the work. */
final class LinearTimeTest {

    private static final LinearTime READING = new LinearTime(Secrets.tier2(), 400);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\n",
                "-----BEGIN RSA PRIVATE KEY-----MIIEa",
                "BEGIN ",
                "----",
                "\nPuTTY-User-Key-File-2: ",
                "putty ",
                "password=",
                "password:",
                "password is ",
                "password ",
                "pwd=a;",
                "pwd=",
                "server=a;pwd=b;",
                "mysql ",
                "mysql -",
                "--password ",
                "=",
                ":",
                ">",
                "a=",
                "\"a\":",
                "<a>",
                "http://",
                "http://a:b@",
                "jdbc:oracle:thin:",
                "postgres://a:b",
                "eyJ0 ",
                "eyJ0.",
                "eyJ0eyJ0.eyJ0",
                "Bearer a1",
                "Basic ",
                "sk-",
                "sk-a1",
                "xoxb-1-",
                "xoxe.",
                "ghp_1",
                "AIza1-",
                "AIza-",
                "a1-",
                "a1_",
                "a1/",
                "a1+",
                "key 1a2b3c4d5e6f7a8b9c0d1e2f-",
                "hooks.slack.com/services/",
                "1:A",
                "atlasv1.",
                "~",
                "a8Q~",
                "\u200b",
                "a\u200b=",
                "\\n",
                "\\\"",
                "%3D",
                "\"",
                "'",
                "&#61;"
            })
    void scan_repeated_readsEachCharacterABoundedNumberOfTimes(String piece) {
        READING.assertRepeated(piece);
    }
}
