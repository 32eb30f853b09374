package dev.avow.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The generator against the fake upstream in one JVM: what is counted, never how fast. */
class LoadGeneratorTest {
    @Test
    void openLoop_jsonAndStream_everyRequestIsAnsweredWhole() {
        try (FakeUpstream upstream = FakeUpstream.start(0);
                LoadGenerator generator = new LoadGenerator()) {
            Target target = target(upstream, "");
            for (AnswerKind kind : AnswerKind.values()) {
                Measured measured =
                        generator.openLoop(target, kind, 8, 100, Duration.ofMillis(200));

                assertThat(measured.failed()).isEmpty();
                assertThat(measured.answered()).isEqualTo(20);
            }
        }
    }

    @Test
    void closedLoop_wrongPath_countsTheStatus() {
        try (FakeUpstream upstream = FakeUpstream.start(0);
                LoadGenerator generator = new LoadGenerator()) {
            Target target = target(upstream, "/nowhere");
            Measured measured =
                    generator.closedLoop(target, AnswerKind.JSON, 2, Duration.ofMillis(500));

            assertThat(measured.answered()).isZero();
            assertThat(measured.failed()).containsOnlyKeys("status 404");
        }
    }

    private static Target target(FakeUpstream upstream, String more) {
        String base = "http://127.0.0.1:" + upstream.port() + more + "/v1";
        Target direct = new Direct().running(base, Path.of("/nowhere")).target();
        return more.isEmpty()
                ? direct
                : new Target(direct.port(), more, direct.headers(), direct.model());
    }
}
