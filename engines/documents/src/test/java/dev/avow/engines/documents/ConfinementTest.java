package dev.avow.engines.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** I1, B8: what reads a hostile document reaches no file, no key, no process and no network. */
final class ConfinementTest {

    @Test
    void parser_thatIsTakenOver_reachesNothingButItsFolder(@TempDir Path folder, @TempDir Path home)
            throws Exception {
        Path secret = Files.writeString(home.resolve("master.key"), "secret");
        ProcessBuilder builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ConfinementProbe.class.getName(),
                                secret.toString(),
                                String.valueOf(ProcessHandle.current().pid()))
                        .directory(folder.toFile())
                        .redirectError(Redirect.INHERIT);
        builder.environment().clear();
        Process probe = builder.start();
        List<String> said =
                new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
        assumeTrue(said.contains("confined true"), "the kernel has no Landlock or no seccomp");

        assertThat(said)
                .containsExactly(
                        "confined true",
                        "secret denied",
                        "system denied",
                        "environment denied",
                        "elsewhere denied",
                        "program denied",
                        "tcp denied",
                        "udp denied",
                        "unix denied",
                        "own done",
                        "large denied");
        assertThat(Files.size(folder.resolve("own"))).isLessThanOrEqualTo(48 << 20);
    }
}
