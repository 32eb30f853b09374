package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.app.FaultyUpstream.Fault;
import dev.avow.words.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Half an hour of calls to providers of which some fail in every way, with a heap of 256 MB: what
 * the process holds does not grow. Not part of the tests: {@code -Davow.soak.minutes=30}. Figures:
 * docs/measurements.md.
 */
@EnabledIfSystemProperty(named = "avow.soak.minutes", matches = "\\d+")
class SoakMeasurement {

    private static final int MINUTES = Integer.getInteger("avow.soak.minutes", 1);
    private static final int CALLERS = 16;
    private static final int LONGEST_PAUSE_MILLIS = 300;

    /** Caches fill and compilers settle in the first tenth. */
    private static final int LOOKS = 10;

    private volatile boolean stopped;

    @Test
    void halfAnHourOfFaults_memory_staysBounded() throws Exception {
        try (TempHome home = TempHome.fresh();
                SoakUpstream well = new SoakUpstream();
                FaultyUpstream faulty = new FaultyUpstream()) {
            String key = home.newKey("admin,models");
            // What a provider does is to be met again and again.
            Map<String, String> settings =
                    Map.of(
                            "AVOW_BREAKER_FAILURES", "0",
                            "AVOW_PROVIDER_IDLE_TIMEOUT_MS", "8000",
                            "AVOW_PROVIDER_FIRST_BYTE_TIMEOUT_MS", "8000");
            try (AvowProcess avow = AvowProcess.serve(home.path(), settings)) {
                for (Route.Api api : List.of(Route.Api.OPENAI, Route.Api.ANTHROPIC)) {
                    add(avow, key, api, "echo", well.url(api));
                    for (Fault fault : Fault.values()) {
                        add(avow, key, api, fault.path(), faulty.url(Way.PLAIN, fault, api));
                    }
                }
                soak(avow, new SoakCaller(avow.url(), key));
            }
        }
    }

    private void soak(AvowProcess avow, SoakCaller caller) throws InterruptedException {
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            Random random = new Random(i);
            callers.add(Thread.ofVirtual().start(() -> callAndCall(caller, random)));
        }
        List<Vitals> looks = new ArrayList<>();
        for (int look = 1; look <= LOOKS; look++) {
            LockSupport.parkNanos(TimeUnit.MINUTES.toNanos(MINUTES) / LOOKS);
            looks.add(Vitals.of(avow.pid()));
            System.out.printf("%d of %d: %s%n", look, LOOKS, looks.getLast());
        }
        stopped = true;
        for (Thread each : callers) {
            each.join();
        }
        System.out.println(caller.calls());

        assertThat(caller.wrong()).isEmpty();
        // What is under way at a look differs by tens of megabytes, so the least of three counts.
        Vitals early = Vitals.least(looks.subList(1, 4));
        Vitals late = Vitals.least(looks.subList(LOOKS - 3, LOOKS));
        assertThat(late.heapKilobytes()).isLessThan(early.heapKilobytes() + (24 << 10));
        assertThat(late.residentKilobytes()).isLessThan(early.residentKilobytes() + (96 << 10));
        assertThat(late.descriptors()).isLessThan(early.descriptors() + 50);
        assertThat(late.threads()).isLessThan(early.threads() + 20);
    }

    private void callAndCall(SoakCaller caller, Random random) {
        try {
            while (!stopped) {
                try {
                    caller.call(random);
                } catch (SoakCaller.NoAnswer noted) {
                    // and on
                }
                Thread.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void add(
            AvowProcess avow, String key, Route.Api api, String way, String baseUrl) {
        Http.Answer made =
                Http.post(
                        avow.url() + "/api/v1/provider-keys",
                        key,
                        """
                        {"name": "%s", "kind": "%s", "base_url": "%s", "key": "unused-key-0001"}
                        """
                                .formatted(
                                        SoakCaller.provider(api, way),
                                        api == Route.Api.ANTHROPIC ? "anthropic" : "openai",
                                        baseUrl));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
    }
}
