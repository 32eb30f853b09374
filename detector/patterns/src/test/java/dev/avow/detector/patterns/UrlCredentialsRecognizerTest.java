package dev.avow.detector.patterns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class UrlCredentialsRecognizerTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_row_findsExactlyThat(String reason, String text, String expected) {
        assertThat(Found.in(text)).as(reason).isEqualTo(expected);
    }

    /** Reason, text, what is found; nothing where it must not be found. */
    static Stream<Arguments> rows() {
        return Stream.of(
                arguments(
                        "a database",
                        "postgres://app:s3cr3t@db.example.org:5432/main",
                        "url_credentials:postgres://app:s3cr3t@db.example.org:5432"),
                arguments(
                        "the web",
                        "see https://jane:hunter2@example.com/path?x=1",
                        "url_credentials:https://jane:hunter2@example.com"),
                arguments(
                        "no user",
                        "redis://:pa55@cache:6379/0",
                        "url_credentials:redis://:pa55@cache:6379"),
                arguments(
                        "a driver in a driver",
                        "jdbc:mysql://root:toor@10.0.0.5/db",
                        "url_credentials:mysql://root:toor@10.0.0.5"),
                arguments(
                        "an at sign in the password",
                        "amqp://a:p@ss@mq.example.org",
                        "url_credentials:amqp://a:p@ss@mq.example.org"),
                arguments(
                        "a slash in the password",
                        "ftp://a:p/w@files.example.org/x",
                        "url_credentials:ftp://a:p/w@files.example.org"),
                arguments(
                        "encoded",
                        "u=https%3A%2F%2Fa%3Abc%40example.org",
                        "url_credentials:https%3A%2F%2Fa%3Abc%40example.org"),
                arguments(
                        "in quotes",
                        "\"mongodb+srv://u:pw1@c0.example.net\"",
                        "url_credentials:mongodb+srv://u:pw1@c0.example.net"),
                arguments("a port, an at sign in the path", "https://example.com:8080/@jane", ""),
                arguments("no password", "ssh://git@example.com/repo.git", ""),
                arguments("an at sign in the path", "https://example.com/a:b@c", ""),
                arguments("IPv6", "http://[2001:db8::7]:80/x@y", "ipv6:2001:db8::7"),
                arguments("a variable", "https://${USER}:${PASS}@example.com", ""),
                arguments("a format", "http://%s:%s@%s/", ""),
                arguments("asterisks", "https://user:*****@example.com", ""),
                arguments("angle brackets", "https://<user>:<password>@example.com", ""),
                arguments("mail after a URL", "http://example.com: mail me@example.com", ""));
    }
}
