package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Promise B5 under sudden death: the process is killed while it works, again and again, and every
 * request that reached the provider has its one record. More rounds: {@code -Davow.kill.rounds=20}.
 */
final class KillTest {

    private static final int ROUNDS = Integer.getInteger("avow.kill.rounds", 3);
    private static final int CONCURRENCY = 24;

    /** Requests that reach the provider before a process is killed. */
    private static final int LEAST = 20;

    private static final Set<String> ENDED = Set.of("completed", "interrupted", "cancelled");

    /** Printed where the test fails, so that the moments can be repeated. */
    private final long seed = System.nanoTime();

    private final Random random = new Random(seed);
    private final Set<String> cutOff = new HashSet<>();
    private final Set<String> readToTheEnd = new HashSet<>();

    @Test
    void process_killedUnderLoad_leavesNoUseUnrecorded() {
        try (TempHome home = TempHome.fresh();
                SlowUpstream upstream = SlowUpstream.start(seed)) {
            String key = prepare(home, upstream);
            AtomicInteger count = new AtomicInteger();
            for (int round = 0; round < ROUNDS; round++) {
                killedUnderLoad(home, upstream, key, count);
            }
            try (AvowHere last = AvowHere.serve(home.path(), Map.of())) {
                compare(upstream.asked(), recorded(last.url(), key));
            }
        }
    }

    private static String prepare(TempHome home, SlowUpstream upstream) {
        String key = home.newKey("models,read");
        home.newProvider("up", upstream.baseUrl());
        return key;
    }

    private void killedUnderLoad(
            TempHome home, SlowUpstream upstream, String key, AtomicInteger count) {
        Set<String> before = upstream.unanswered();
        try (AvowProcess avow = AvowProcess.serve(home.path(), Map.of());
                Load load = Load.start(avow.url(), key, count, CONCURRENCY)) {
            int asked = upstream.asked().size();
            Eventually.holds("requests flow", () -> upstream.asked().size() > asked + LEAST);
            pause(random.nextInt(1_500));
            avow.kill();
            // The process is gone: what has no whole answer now cannot have been recorded as
            // answered.
            Set<String> open = upstream.unanswered();
            open.removeAll(before);
            cutOff.addAll(open);
            load.stop();
            readToTheEnd.addAll(load.completed());
        }
    }

    private void compare(Map<String, Integer> asked, Map<String, String> recorded) {
        Set<String> unrecorded = new HashSet<>(asked.keySet());
        unrecorded.removeAll(recorded.keySet());
        Set<String> neverSent = new HashSet<>(recorded.keySet());
        neverSent.removeAll(asked.keySet());
        Set<String> lateEnds = new HashSet<>(readToTheEnd);
        lateEnds.removeIf(model -> "completed".equals(recorded.get(model)));
        String numbers =
                ("seed %d: %d rounds, %d requests reached the provider, %d recorded, %d unrecorded;"
                                + " %d cut off by a kill, %d noted but never sent, %d read to the"
                                + " end but recorded as interrupted")
                        .formatted(
                                seed,
                                ROUNDS,
                                asked.size(),
                                recorded.size(),
                                unrecorded.size(),
                                cutOff.size(),
                                neverSent.size(),
                                lateEnds.size());
        assertThat(asked).as("%s", numbers).hasSizeGreaterThan(LEAST * ROUNDS);
        assertThat(asked.values()).as("each was sent once; %s", numbers).containsOnly(1);
        assertThat(unrecorded).as("without a record; %s", numbers).isEmpty();
        assertThat(recorded.values()).as("%s", numbers).allMatch(ENDED::contains);
        assertThat(cutOff).as("in flight at a kill; %s", numbers).isNotEmpty();
        assertThat(cutOff)
                .as("in flight at a kill; %s", numbers)
                .allMatch(model -> "interrupted".equals(recorded.get(model)));
        assertThat(lateEnds).as("ends lost; %s", numbers).isEmpty();
        assertThat(neverSent)
                .as("%s", numbers)
                .allMatch(model -> "interrupted".equals(recorded.get(model)));
    }

    /** Statuses by model, read as a program would; fails where a model was recorded twice. */
    static Map<String, String> recorded(String url, String key) {
        Map<String, String> statuses = new HashMap<>();
        String cursor = "";
        do {
            JsonNode page = Http.get(url + "/api/v1/interactions?limit=200" + cursor, key).json();
            for (JsonNode each : page.path("items")) {
                String model = each.path("model").stringValue();
                String twice = statuses.put(model, each.path("status").stringValue());
                assertThat(twice).as("an earlier record of %s", model).isNull();
            }
            JsonNode next = page.path("next_cursor");
            cursor = next.isString() ? "&cursor=" + next.stringValue() : "";
        } while (!cursor.isEmpty());
        return statuses;
    }

    private static void pause(int millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
