package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code ./avow} over a tree of a test's own, with programs that only say that they were called.
 */
final class LauncherTest {

    private static final Instant BUILT = Instant.parse("2026-01-01T00:00:00Z");

    private static final List<String> FOLDERS =
            List.of(
                    "detector",
                    "engines",
                    "foundations",
                    "rooms",
                    "people",
                    "sources",
                    "channels",
                    "app",
                    "web");

    @TempDir Path root;

    @BeforeEach
    void aTreeThatIsBuilt() throws IOException {
        Files.copy(Path.of("..", "avow"), root.resolve("avow"));
        for (String folder : FOLDERS) {
            Files.createDirectories(root.resolve(folder));
        }
        file("pom.xml", "<project/>");
        file("app/target/.built", "");
        file("target/javac/KeptLoader.class", "");
        file("jdk/release", "JAVA_VERSION=\"25.0.1\"\n");
        program("jdk/bin/javac", "");
        program("jdk/bin/java", "echo started");
        program(
                "bin/mvn",
                "if [ \"$1\" = -v ]; then echo Apache Maven 3.9.9; else echo mvn >> built; fi");
        program("bin/node", "echo v20.19.0");
        program("bin/npm", "");
    }

    private Path file(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(BUILT));
        return file;
    }

    private void program(String name, String script) throws IOException {
        Path program = file(name, "#!/bin/sh\n" + script + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    private void start() throws IOException, InterruptedException {
        assertThat(call("start")).endsWith("started\n");
    }

    private String call(String command) throws IOException, InterruptedException {
        ProcessBuilder launcher =
                new ProcessBuilder("bash", root.resolve("avow").toString(), command)
                        .directory(root.toFile())
                        .redirectErrorStream(true);
        Map<String, String> env = launcher.environment();
        env.put("JAVA_HOME", root.resolve("jdk").toString());
        env.put("PATH", root.resolve("bin") + ":" + env.get("PATH"));
        Process process = launcher.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(said.endsWith("started\n") ? 0 : 1);
        return said;
    }

    /** What looks, among the machine's processes, like an Avow that was started from here. */
    private Process anAvowThatRuns() throws IOException {
        return new ProcessBuilder(
                        "sh",
                        "-c",
                        "echo; read -r _",
                        "java",
                        "-cp",
                        root.toRealPath() + "/app/target/lib/*",
                        "dev.avow.app.Main",
                        "start")
                .start();
    }

    private boolean wasBuilt() throws IOException {
        return Files.deleteIfExists(root.resolve("built"));
    }

    @Test
    void start_nothingChanged_buildsNothing() throws Exception {
        start();

        assertThat(wasBuilt()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rooms/08-record/src/main/java/dev/avow/record/Recorder.java",
                "channels/control/src/main/resources/dev/avow/control/page.html",
                "web/console/src/main.tsx",
                "app/pom.xml",
                "pom.xml",
            })
    void start_somethingChangedSince_buildsOnce(String name) throws Exception {
        Files.setLastModifiedTime(file(name, "new"), FileTime.from(BUILT.plusSeconds(1)));

        start();
        assertThat(wasBuilt()).isTrue();
        start();
        assertThat(wasBuilt()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rooms/08-record/src/test/java/dev/avow/record/RecorderTest.java",
                "web/console/dev/mock.ts",
                "web/console/node_modules/a/b.js",
                "app/target/classes/a.class",
            })
    void start_whatIsNotShippedChanged_buildsNothing(String name) throws Exception {
        Files.setLastModifiedTime(file(name, "new"), FileTime.from(BUILT.plusSeconds(1)));

        start();

        assertThat(wasBuilt()).isFalse();
    }

    @Test
    void anyCommand_somethingChangedBeneathAnAvowThatRuns_replacesNothingOfWhatItReads()
            throws Exception {
        Files.setLastModifiedTime(file("pom.xml", "new"), FileTime.from(BUILT.plusSeconds(1)));
        Process running = anAvowThatRuns();
        try {
            running.getInputStream().read();

            assertThat(call("key")).contains("its next start builds them").endsWith("started\n");
            assertThat(call("start")).contains("Stop it first").doesNotEndWith("started\n");
            assertThat(wasBuilt()).isFalse();
        } finally {
            running.destroyForcibly().waitFor();
        }

        start();
        assertThat(wasBuilt()).isTrue();
    }
}
