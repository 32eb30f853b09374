package dev.avow.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting Avow by its command line, with a script in its place. */
class AvowTest {
    private static final String UPSTREAM = "http://127.0.0.1:1/v1";

    @TempDir Path root;
    @TempDir Path home;

    @Test
    void start_commandLineThatAnswers_givesKeyAndModel() throws IOException {
        script(
                """
                case "$1 ${2-}" in
                  "start ") echo "Avow is ready: http://127.0.0.1:$AVOW_PORT"; exec sleep 60 ;;
                  "provider add") mkdir -p "$AVOW_HOME"; echo "$*" > "$AVOW_HOME/provider" ;;
                  "key create") echo "avow_bench" ;;
                esac
                """);

        try (Started.Running running =
                (Started.Running)
                        new Avow(root, "avow", Map.of(), "", null).start(UPSTREAM, home)) {
            assertThat(running.target().headers())
                    .isEqualTo(Map.of("authorization", "Bearer avow_bench"));
            assertThat(running.target().model()).isEqualTo("up/gpt-bench");
            assertThat(running.toString()).doesNotContain("avow_bench");
            assertThat(home.resolve("home/provider")).content().contains("--url " + UPSTREAM);
            assertThat(running.processes()).hasSize(1);
        }
    }

    @Test
    void start_serverThatEnds_isNotRunWithItsLastLine() throws IOException {
        script("echo first; echo 'No JDK 25 found'; exit 1");

        assertThat(new Avow(root, "avow", Map.of(), "", null).start(UPSTREAM, home))
                .isEqualTo(new Started.NotRun("avow", "did not start: No JDK 25 found"));
    }

    @Test
    void start_providerRefused_isNotRunAndSaysNoKey() throws IOException {
        script(
                """
                case "$1 ${2-}" in
                  "start ") echo "Avow is ready: http://127.0.0.1:$AVOW_PORT"; exec sleep 60 ;;
                  "provider add") echo "no such kind"; exit 2 ;;
                  "key create") echo "avow_bench" ;;
                esac
                """);

        assertThat(new Avow(root, "avow", Map.of(), "", null).start(UPSTREAM, home))
                .isEqualTo(
                        new Started.NotRun(
                                "avow", "provider add failed: no such kind; key create went well"));
    }

    @Test
    void start_noCommandLine_isNotRun() throws IOException {
        assertThat(new Avow(root, "avow", Map.of(), "", null).start(UPSTREAM, home))
                .isInstanceOf(Started.NotRun.class);
    }

    private void script(String body) throws IOException {
        Path avow = Files.writeString(root.resolve("avow"), "#!/bin/sh\n" + body);
        Files.setPosixFilePermissions(avow, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
