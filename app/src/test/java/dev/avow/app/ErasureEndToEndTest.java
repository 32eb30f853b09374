package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.sealing.MasterKey;
import dev.avow.words.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * P1, P3, P8 on a whole Avow: a person takes a copy of their data, asks to be erased, and is: over
 * HTTP, in the database's files, in its write-ahead log and in the keys.
 */
final class ErasureEndToEndTest {

    private static final String EMAIL = "rosalind.steinschmaetzer@example.org";
    private static final String NAME = "Rosalind-Steinschmaetzer";

    @Test
    void person_erased_isNowhereAnyMore() {
        try (TempHome home = TempHome.fresh()) {
            String admin = home.newKey("admin");
            AvowProcess.Ended made =
                    AvowHere.run(
                            home.path(),
                            Map.of(),
                            "key",
                            "create",
                            "--name",
                            NAME + "-laptop",
                            "--user",
                            EMAIL);
            String own = made.line();
            try (AvowProcess avow = AvowProcess.serve(home.path(), Map.of())) {
                use(avow.url(), own);
                RawSearch search = traces(home.path());
                assertThat(search.under(home.path()))
                        .as("what is kept now must be found, or the search is blind")
                        .isNotEmpty();

                erase(avow.url(), own, admin);

                Eventually.holds(
                        "the files are clean",
                        () -> isClean(search, home.path()),
                        Duration.ofSeconds(90));
                avow.kill();
                Eventually.holds(
                        "no database runs", () -> AvowProcess.database(home.path()).isEmpty());
                assertThat(search.under(home.path())).isEmpty();
                assertThat(search.under(home.outputs())).isEmpty();
                assertThat(search.in(made.out() + made.err())).isEmpty();
            }
            try (AvowHere avow = AvowHere.serve(home.path(), Map.of())) {
                assertThat(Http.get(avow.url() + "/api/v1/users/me", own).status()).isEqualTo(401);
            }
        }
    }

    private static void use(String url, String own) {
        Http.Answer renamed =
                Http.patch(url + "/api/v1/users/me", own, "{\"first_name\":\"" + NAME + "\"}");
        assertThat(renamed.status()).as(renamed.body()).isEqualTo(200);
        for (int i = 0; i < 3; i++) {
            Http.Answer answer =
                    Http.post(
                            url + "/v1/chat/completions",
                            own,
                            RouteBodies.saying(
                                    Route.CHAT_COMPLETIONS, false, "avow/mirror", "hello"));
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        }
        JsonNode copy = Http.get(url + "/api/v1/users/me/data-export", own).json();
        assertThat(copy.at("/account/0/email").asString()).isEqualTo(EMAIL);
        assertThat(copy.path("interactions")).hasSize(3);
        assertThat(Http.get(url + "/api/v1/users/me/data-export?format=csv", own).body())
                .contains("interactions,");
    }

    private static void erase(String url, String own, String admin) {
        Http.Answer erased = Http.delete(url + "/api/v1/users/me", own);

        assertThat(erased.status()).as(erased.body()).isEqualTo(200);
        assertThat(erased.json().path("state").asString()).isEqualTo("complete");
        Eventually.holds(
                "the key is refused",
                () -> Http.get(url + "/api/v1/users/me", own).status() == 401);
        String id = erased.json().path("subject_id").asString();
        assertThat(Http.get(url + "/api/v1/users/" + id, admin).status()).isEqualTo(404);
        assertThat(Http.get(url + "/api/v1/users", admin).body()).doesNotContain(EMAIL);
        assertThat(Http.get(url + "/api/v1/interactions", admin).json().path("items")).isEmpty();
        assertThat(Http.get(url + "/api/v1/audit-logs", admin).body())
                .contains("user_erased")
                .doesNotContain(EMAIL);
        assertThat(Http.get(url + "/api/v1/erasures", admin).json().at("/items/0/state").asString())
                .isEqualTo("complete");
    }

    /**
     * What would give the person away: their values, the index that a known address leads to, and
     * the key that opens what is sealed for them.
     */
    private static RawSearch traces(Path home) {
        byte[] index =
                MasterKey.readOrCreate(home.resolve("keys/master.json"))
                        .blindIndex("users.email", EMAIL);
        RawSearch search =
                new RawSearch(Map.of("the address", EMAIL, "the name", NAME))
                        .and("the blind index", index);
        try (Stream<Path> files = Files.walk(home.resolve("keys/subjects"))) {
            for (Path key : files.filter(it -> it.toString().endsWith(".key")).toList()) {
                search.and("the wrapped key", Files.readAllBytes(key));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return search;
    }

    /** Files come and go while the server runs. */
    private static boolean isClean(RawSearch search, Path folder) {
        try {
            return search.under(folder).isEmpty();
        } catch (UncheckedIOException gone) {
            return false;
        }
    }
}
