package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** However a server ends, the next one goes on from there. */
final class EndingTest {

    private static final Map<String, String> WITH_ACCOUNT =
            Map.of(
                    "AVOW_ADMIN_EMAIL", "ada@example.org",
                    "AVOW_ADMIN_PASSWORD", "correct horse battery staple");

    @Test
    void server_stoppedThenKilled_servesAgainEachTime() throws Exception {
        try (TempHome home = TempHome.fresh();
                FakeOpenAi provider = FakeOpenAi.start()) {
            String key = home.newKey("models,admin");
            try (AvowProcess first = AvowProcess.serve(home.path(), WITH_ACCOUNT)) {
                assertThat(first.out()).doesNotContain("/setup?token=");
                assertThat(addProvider(first, key, provider)).isEqualTo(201);
                assertThat(LifecycleTest.chat(first, key, "fake/echo")).isEqualTo(200);

                AvowProcess.Ended ended = first.terminate();

                // 128 + SIGTERM, as a JVM ends that was told to and ran its hooks
                assertThat(ended.status()).isIn(0, 143);
                assertThat(ended.err()).isEmpty();
                assertThat(AvowProcess.database(home.path())).isEmpty();
            }
            try (AvowProcess second = AvowProcess.serve(home.path(), Map.of())) {
                assertThat(second.out()).doesNotContain("/setup?token=");
                assertThat(second.err()).doesNotContain("under way");
                assertThat(statuses(second, key)).isEqualTo("[completed]");
                assertThat(LifecycleTest.chat(second, key, "fake/echo")).isEqualTo(200);

                second.kill();
            }
            try (AvowHere third = AvowHere.serve(home.path(), Map.of())) {
                assertThat(third.out()).doesNotContain("/setup?token=");
                assertThat(LifecycleTest.chat(third, key, "fake/echo")).isEqualTo(200);
                assertThat(statuses(third, key)).contains("completed");
            }
            assertPortTakenIsSaid(home);
        }
    }

    private static void assertPortTakenIsSaid(TempHome home) throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(other.getLocalPort());
            AvowProcess.Ended ended =
                    AvowProcess.run(home.path(), Map.of("AVOW_PORT", port), "start");
            LifecycleTest.assertOneLine(ended);
            assertThat(ended.err()).contains(port);
            assertThat(AvowProcess.database(home.path())).isEmpty();
        }
    }

    private static int addProvider(Avow avow, String key, FakeOpenAi provider) {
        return Http.post(
                        avow.url() + "/api/v1/provider-keys",
                        key,
                        """
                        {"name":"fake","kind":"openai","base_url":"%s","key":"%s"}
                        """
                                .formatted(provider.baseUrl(), FakeOpenAi.KEY))
                .status();
    }

    /** Of all interactions, each once, once all have ended. */
    private static String statuses(Avow avow, String key) {
        TreeSet<String> statuses = new TreeSet<>();
        Eventually.holds(
                "all have ended",
                () -> {
                    statuses.clear();
                    JsonNode page = Http.get(avow.url() + "/api/v1/interactions", key).json();
                    page.path("items")
                            .forEach(each -> statuses.add(each.path("status").stringValue()));
                    return !statuses.isEmpty() && !statuses.contains("started");
                });
        return statuses.toString();
    }
}
