package dev.avow.detector.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConnectionStringsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://app:Robin7@db.example:5432/shop",
                "postgresql+psycopg2://app:r0b%40in@db.example/shop?sslmode=require",
                "mysql://root:Robin7@127.0.0.1:3306/x",
                "mongodb+srv://app:Robin7@cluster0.example/test?retryWrites=true",
                "mongodb://app:Robin7@a.example:1,b.example:2/x",
                "redis://:Robin7pass@cache.example:6379/0",
                "amqp://guest:Robin7@mq.example:5672/vhost",
                "https://robin:Robin7@git.example/repo.git",
                "ftp://robin:Robin7@files.example",
                "jdbc:postgresql://db.example/x?user=a&password=Robin7",
                "jdbc:sqlserver://db.example:1433;databaseName=x;user=sa;password=Robin7",
                "jdbc:oracle:thin:scott/Robin7@//db.example:1521/x",
                "Server=db.example;Database=shop;User Id=app;Password=Robin7",
                "Data Source=db.example;Initial Catalog=x;User ID=sa;Pwd=Robin7;Encrypt=True",
                "Password=Robin7;User ID=sa;Data Source=db.example"
            })
    void scan_connectionString_isFoundWhole(String value) {
        for (String frame : new String[] {"%s", "\"%s\"", "url = '%s'\n", "use\n%s\nhere"}) {
            assertThat(Found.in(frame.formatted(value))).isEqualTo("connection_string:" + value);
        }
    }

    @Test
    void scan_capitalDottedIAtTheEnd_isComplete() {
        // Its lower case is two characters long, which once took a place out of the address.
        String value = "jdbc:postgresql://db.example/x?user=a&password=Robin7\u0130";
        assertThat(Found.in(value)).isEqualTo("connection_string:" + value);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void scan_otherAddress_isNotFound(String reason, String text) {
        assertThat(Found.in(text)).as(reason).isEmpty();
    }

    static Stream<Arguments> rows() {
        return Stream.of(
                arguments("no password", "postgres://localhost:5432/shop"),
                arguments("name only", "postgres://app@localhost/shop"),
                arguments("stand-in", "postgres://user:password@localhost/db"),
                arguments("angle brackets", "mongodb://user:<password>@host/db"),
                arguments("variable", "redis://user:${REDIS_PASSWORD}@host"),
                arguments("port and at sign", "https://x.example:8080/@user/post"),
                arguments("package", "https://unpkg.example:443/react@18.2.0/x.js"),
                arguments("time in a query", "https://x.example/?t=10:20&m=a@b.example"),
                arguments("git", "ssh://git@host.example:22/x.git"),
                arguments("prose", "http: the protocol, see a@b"));
    }
}
