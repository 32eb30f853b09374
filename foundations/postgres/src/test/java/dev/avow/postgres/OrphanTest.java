package dev.avow.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens when the owner of a server is killed. */
class OrphanTest {
    @TempDir Path home;

    @AfterEach
    void endWhatIsLeft() {
        Fixture.processesNaming(home).forEach(pid -> Commands.signal(pid, "KILL"));
        // Else they might still write into the folder that is to go.
        assertThat(
                        Fixture.within(
                                Duration.ofSeconds(60),
                                () -> Fixture.processesNaming(home).isEmpty()))
                .isTrue();
    }

    @Test
    void killedOwner_serverEndsByItself_andNextStartHasTheRow() throws Exception {
        Process owner = startOwner();
        Postmaster postmaster = Fixture.postmaster(home);
        kill(owner);
        assertThat(Fixture.within(Duration.ofSeconds(60), () -> !postmaster.alive())).isTrue();
        assertRowSurvived();
    }

    @Test
    void start_orphanStillRuns_endsItAndHasTheRow() throws Exception {
        Process owner = startOwner();
        Postmaster postmaster = Fixture.postmaster(home);
        Path data = Fixture.options(home).dataDir();
        // The shell that watches the owner was forked before the server was executed, so it carries
        // the shell's words.
        Fixture.processesNaming(data).stream()
                .filter(pid -> pid != postmaster.pid() && pid != owner.pid())
                .forEach(pid -> Commands.signal(pid, "KILL"));
        kill(owner);
        assertThat(Fixture.within(Duration.ofMillis(500), () -> !postmaster.alive())).isFalse();
        assertThat(EmbeddedPostgres.attach(data)).isPresent();
        assertRowSurvived();
        assertThat(postmaster.alive()).isFalse();
    }

    @Test
    void start_ownerAndServerKilled_recoversTheRow() throws Exception {
        Process owner = startOwner();
        Postmaster postmaster = Fixture.postmaster(home);
        Commands.signal(postmaster.pid(), "KILL");
        kill(owner);
        assertRowSurvived();
    }

    @Test
    void start_pidFileNamesAnotherProgram_leavesItAloneAndStarts() throws Exception {
        Options options = Fixture.options(home);
        EmbeddedPostgres.start(options).close();
        Process other = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(
                    options.dataDir().resolve("postmaster.pid"),
                    other.pid()
                            + "\n"
                            + options.dataDir()
                            + "\n1700000000\n5432\n\n127.0.0.1\n\nready   \n");
            assertThat(EmbeddedPostgres.attach(options.dataDir())).isEmpty();
            try (EmbeddedPostgres server = EmbeddedPostgres.start(options)) {
                assertThat(Fixture.query(server.port(), "select 1")).isEqualTo("1");
            }
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void start_pidFileOfGoneProcess_starts() throws Exception {
        Options options = Fixture.options(home);
        EmbeddedPostgres.start(options).close();
        Files.writeString(options.dataDir().resolve("postmaster.pid"), "4194000\n");
        try (EmbeddedPostgres server = EmbeddedPostgres.start(options)) {
            assertThat(server.isRunning()).isTrue();
        }
    }

    private void assertRowSurvived() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.start(Fixture.options(home))) {
            assertThat(Fixture.query(server.port(), "select text from note")).isEqualTo("survived");
        }
    }

    private static void kill(Process owner) throws InterruptedException {
        owner.destroyForcibly();
        owner.waitFor();
    }

    private Process startOwner() throws IOException {
        Process owner =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-XX:+UseSerialGC",
                                        "-XX:TieredStopAtLevel=1",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        ServerProcess.class.getName(),
                                        home.toString()))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var output =
                new BufferedReader(
                        new InputStreamReader(owner.getInputStream(), StandardCharsets.UTF_8));
        assertThat(output.readLine()).isEqualTo(ServerProcess.READY);
        return owner;
    }
}
