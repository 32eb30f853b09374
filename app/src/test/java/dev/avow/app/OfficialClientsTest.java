package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * OpenAI's own clients for Node and Python, as child processes, with nothing changed but base URL
 * and key: {@code app/test/clients} runs the suites of {@code app/clients}.
 */
@ExtendWith(EndToEnd.class)
final class OfficialClientsTest {

    /** Their packages may have to be fetched first. */
    private static final long PATIENCE_SECONDS = 600;

    private final Installation avow;

    OfficialClientsTest(Installation avow) {
        this.avow = avow;
    }

    /** Others are run by {@code -Davow.clients=litellm}. */
    static List<String> suites() {
        return List.of(System.getProperty("avow.clients", "node,python").split(",", -1));
    }

    @ParameterizedTest
    @MethodSource("suites")
    void suite_ofEachClient_passes(String suite, @TempDir Path folder)
            throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder =
                new ProcessBuilder(Path.of("test", "clients").toAbsolutePath().toString(), suite)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment().put("AVOW_BASE_URL", avow.baseUrl());
        builder.environment().put("AVOW_KEY", avow.modelsKey());
        builder.environment().put("AVOW_UPSTREAM_STATS", avow.provider().logUrl());
        Process process = builder.start();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        String told = Files.readString(output);
        assertThat(ended).as("it took too long:\n%s", told).isTrue();
        assertThat(process.exitValue()).as("%s", told).isZero();
        assertThat(told).containsPattern(suite + ": [1-9]\\d* passed, 0 failed");
        assertThat(told.contains(avow.modelsKey())).as("the key stands in the output").isFalse();
    }
}
