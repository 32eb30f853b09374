package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Promises B6, B8 and I7, looked for where they would be broken: after every route was used, no
 * byte under the home folder, no line that was printed, no error and nothing that is open to
 * readers holds what passed through, whether the server was stopped or killed.
 */
final class CanaryTest {

    private static final Map<String, String> SETTINGS =
            Map.of(
                    "AVOW_ADMIN_EMAIL",
                    CanaryVisit.EMAIL,
                    "AVOW_ADMIN_PASSWORD",
                    CanaryVisit.PASSWORD,
                    "AVOW_PROVIDER_FIRST_BYTE_TIMEOUT_MS",
                    "3000",
                    "AVOW_PROVIDER_IDLE_TIMEOUT_MS",
                    "3000");

    @Test
    void everyRoute_usedThenKilledThenStopped_leavesNothingOfIt() throws Exception {
        try (TempHome home = TempHome.fresh();
                CanaryUpstream upstream = CanaryUpstream.start(CanaryVisit.ANSWER)) {
            RawSearch search = visit(home, upstream, true);
            assertNothing(search, home);

            search = visit(home, upstream, false);
            assertNothing(search, home);

            RawSearch control = new RawSearch(Map.of("policy", CanaryVisit.POLICY));
            assertThat(control.under(home.path()).keySet())
                    .as("what is kept as it is must be found, or the search is blind")
                    .anyMatch(file -> file.startsWith("postgres/data/base/"))
                    .anyMatch(file -> file.startsWith("postgres/data/pg_wal/"));
        }
    }

    private static RawSearch visit(TempHome home, CanaryUpstream upstream, boolean kill)
            throws Exception {
        try (AvowProcess avow = AvowProcess.serve(home.path(), SETTINGS)) {
            CanaryVisit visit = new CanaryVisit(avow.url());
            visit.asPerson();
            visit.addProvider(upstream.baseUrl());
            int before = upstream.calls();
            visit.asProgram();
            // The routes were used, not only knocked at; three are tried twice more.
            assertThat(upstream.calls() - before).as("%s", visit.statuses()).isEqualTo(41);
            assertThat(visit.interactions().path("items").size()).isGreaterThanOrEqualTo(20);
            assertThat(visit.restored()).contains(CanaryVisit.ANSWER);
            RawSearch search = new RawSearch(visit.values());
            assertThat(visit.errors()).hasSizeGreaterThan(30);
            for (String error : visit.errors()) {
                assertThat(search.in(error)).as("in an error's answer: %s", error).isEmpty();
            }
            for (String open : List.of("/metrics", "/trust", "/trust.json")) {
                String read = Http.get(avow.url() + open, "").body();
                assertThat(read).hasSizeGreaterThan(1_000);
                assertThat(search.in(read)).as(open).isEmpty();
            }
            if (kill) {
                avow.kill();
            } else {
                avow.terminate();
            }
            return search;
        }
    }

    private static void assertNothing(RawSearch search, TempHome home) {
        Eventually.holds("no database runs", () -> AvowProcess.database(home.path()).isEmpty());
        assertThat(search.under(home.path())).isEmpty();
        assertThat(search.under(home.outputs())).isEmpty();
    }

    @Test
    void search_forWhatWasPlanted_findsItHoweverItIsWritten(@TempDir Path folder) throws Exception {
        String canary = "Steinschmaetzer-1";
        byte[] bytes = canary.getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve("plain"), bytes);
        Files.writeString(folder.resolve("wide"), "x" + canary, StandardCharsets.UTF_16BE);
        Files.writeString(folder.resolve("wide-le"), canary + "y", StandardCharsets.UTF_16LE);
        Files.writeString(
                folder.resolve("hex"), "ab" + java.util.HexFormat.of().formatHex(bytes) + "cd");
        for (String before : Set.of("", "1", "12", "123")) {
            Files.writeString(
                    folder.resolve("base64-" + before.length()),
                    Base64.getEncoder()
                            .encodeToString(
                                    (before + canary + "tail").getBytes(StandardCharsets.UTF_8)));
        }
        Files.writeString(folder.resolve("other"), "Steinschmaetzer-2");

        assertThat(new RawSearch(Map.of("bird", canary)).under(folder).keySet())
                .containsExactlyInAnyOrder(
                        "plain",
                        "wide",
                        "wide-le",
                        "hex",
                        "base64-0",
                        "base64-1",
                        "base64-2",
                        "base64-3");
    }
}
