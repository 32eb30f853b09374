package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.sealing.MasterKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * I7, B5: programs ask models all the time while the master key is rotated and the process is
 * killed at two of its steps. All are answered but those that a kill cuts off, and none goes
 * unrecorded.
 */
final class MasterRotationUnderLoadTest {

    private static final Map<String, String> SETTINGS = Map.of("AVOW_KEY_ROTATION_SETTLE", "1");
    private static final int CALLERS = 4;

    private final AtomicInteger count = new AtomicInteger();
    private final Set<String> answered = new HashSet<>();

    @Test
    void I7_B5_masterKeyRotatedUnderLoad_killedAtTwoSteps_leavesNoUseUnansweredOrUnrecorded() {
        try (TempHome home = TempHome.fresh();
                SlowUpstream upstream = SlowUpstream.start(1)) {
            String key = home.newKey("models,read");
            home.newProvider("up", upstream.baseUrl());
            Path file = home.path().resolve("keys/master.json");
            String before = versions(file).getFirst();
            Path former = home.outputs().resolve("former.json");
            assertThat(run(home, "key", "rotate-master", "--former", former.toString()))
                    .contains(before);

            killedWhen(home, key, versions -> versions.size() == 2);
            killedWhen(home, key, versions -> !versions.getFirst().equals(before));
            try (AvowHere avow = AvowHere.serve(home.path(), SETTINGS)) {
                Set<String> refused = toItsEnd(home, avow, key);
                assertThat(refused).isEmpty();
                assertThat(versions(file)).hasSize(1).doesNotContain(before);
                assertThat(run(home, "key", "master"))
                        .contains("rotation: none", " 0 under an older one, 0 do not open")
                        .contains("addresses: 0 ");
                compare(upstream, KillTest.recorded(avow.url(), key));
            }
        }
    }

    private void killedWhen(TempHome home, String key, Predicate<List<String>> step) {
        Path file = home.path().resolve("keys/master.json");
        try (AvowProcess avow = AvowProcess.serve(home.path(), SETTINGS);
                Load load = Load.start(avow.url(), key, count, CALLERS)) {
            Eventually.holds("the step", () -> step.test(versions(file)));
            avow.kill();
            load.stop();
            answered.addAll(load.completed());
        }
    }

    /** Those that were refused meanwhile. An account is made meanwhile, too. */
    private Set<String> toItsEnd(TempHome home, Avow avow, String key) {
        try (Load load = Load.start(avow.url(), key, count, CALLERS)) {
            assertThat(run(home, "key", "create", "--name", "k", "--user", "ada@example.org"))
                    .startsWith("avow_");
            Eventually.holds(
                    "the rotation is complete",
                    () -> !Files.exists(home.path().resolve("keys/master.json.rotation")),
                    Duration.ofSeconds(60));
            load.stop();
            answered.addAll(load.completed());
            return load.refused();
        }
    }

    private void compare(SlowUpstream upstream, Map<String, String> recorded) {
        assertThat(answered).isNotEmpty();
        assertThat(recorded).containsKeys(upstream.asked().keySet().toArray(String[]::new));
        assertThat(answered).allMatch(model -> "completed".equals(recorded.get(model)));
        assertThat(upstream.asked().values()).containsOnly(1);
    }

    private static List<String> versions(Path file) {
        return MasterKey.readOrCreate(file).versions();
    }

    private static String run(TempHome home, String... command) {
        return AvowHere.run(home.path(), SETTINGS, command).line();
    }
}
