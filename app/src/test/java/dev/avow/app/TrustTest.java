package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.merkle.SignedNote;
import dev.avow.merkle.VerifierKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** T4: the public page says what is in force, and nothing else. */
final class TrustTest {

    private static final Path ROOT = Path.of(System.getProperty("avow.root", ".."));

    static Server serve(TempHome home, Map<String, String> more) {
        Map<String, String> all = new HashMap<>();
        all.put("AVOW_TRUST_REFRESH_SECONDS", "0");
        all.putAll(more);
        return Server.start(home.settings(all));
    }

    static JsonNode read(Server server, String query) {
        Http.Answer answer = Http.get(server.url() + "/trust.json" + query, "");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    /** By id; what stands there several times is joined. */
    static Map<String, String> texts(JsonNode page) {
        Map<String, String> texts = new LinkedHashMap<>();
        sentences(page)
                .forEach(each ->
                        texts.merge(
                                each.path("id").asString(),
                                each.path("text").asString(),
                                (one, other) -> one + " " + other));
        return texts;
    }

    private static Stream<JsonNode> sentences(JsonNode page) {
        return page.path("parts")
                .valueStream()
                .flatMap(each -> each.path("sentences").valueStream());
    }

    @Test
    void page_whatIsChanged_changes() {
        try (TempHome home = TempHome.fresh()) {
            String admin = home.newKey("admin,models");
            String version;
            try (Server server = serve(home, Map.of())) {
                JsonNode page = read(server, "");
                version = page.path("version").asString();
                Map<String, String> texts = texts(page);
                assertThat(texts.get("kept.value"))
                        .contains("metadata): 90 days (by the profile governance)");
                assertThat(page.at("/material/number").asInt()).isEqualTo(1);
                assertThat(texts.get("kept.account.now"))
                        .contains("within 30 days (by the profile governance)");
                assertThat(texts.get("backups.on"))
                        .contains("every 24 hours", "30 days", "a folder");
                assertThat(texts)
                        .containsKeys(
                                "kept.days",
                                "masking.no_policies",
                                "found.tier2.off",
                                "recorded.batches.off",
                                "place.database.embedded",
                                "receivers.none",
                                "rights.no_contact",
                                "audit.witnesses.off");
                JsonNode backup =
                        sentences(page)
                                .filter(each -> each.path("id").asString().equals("backups.trial"))
                                .findFirst()
                                .orElseThrow();
                assertThat(backup.at("/proof/missing").asBoolean()).isTrue();
                assertThat(backup.at("/proof/text").asString()).isEqualTo("Proof: not run yet.");
                checkpointVerifies(page);
                controlsExist(page);
                changeWhileItRuns(server, admin, version);
            }
            try (Server server =
                    serve(
                            home,
                            Map.of(
                                    "AVOW_BACKUP_ENABLED",
                                    "false",
                                    "AVOW_INTERACTION_RETENTION",
                                    "365",
                                    "AVOW_PROFILE",
                                    "contact-centre",
                                    "AVOW_CLASSIFICATION_TIER2_ENABLED",
                                    "true",
                                    "AVOW_CONTROLLER_CONTACT",
                                    "privacy@distel.example",
                                    "AVOW_TRUST_HIDE",
                                    "keys, audit"))) {
                JsonNode page = read(server, "?lang=fr");
                Map<String, String> texts = texts(page);
                assertThat(texts)
                        .containsKeys("backups.off", "found.tier2.on", "masking.policies")
                        .doesNotContainKeys("backups.on", "backups.trial", "audit.log");
                assertThat(texts.get("kept.value")).contains("365 jours (fixé par l’exploitant)");
                versionsSayWhatChanged(server, admin);
                assertThat(texts.get("rights.contact")).contains("privacy@distel.example");
                assertThat(page.path("version").asString()).isNotEqualTo(version);
                controlsExist(page);
            }
            try (Server server = serve(home, Map.of("AVOW_TRUST_ENABLED", "false"))) {
                assertThat(Http.get(server.url() + "/trust", "").status()).isEqualTo(404);
            }
        }
    }

    /** A policy and a receiver are there at once; what is private of the latter never is. */
    private static void changeWhileItRuns(Server server, String admin, String version) {
        var _ =
                Http.post(
                        server.url() + "/v1/chat/completions",
                        admin,
                        """
                        {"model": "avow/mirror", "messages": [{"role": "user", "content": "Hello"}]}
                        """);
        assertThat(
                        Http.post(
                                        server.url() + "/api/v1/policies",
                                        admin,
                                        """
                                        {"name": "Project Nightingale", "enabled": true,
                                         "priority": 10, "action": "Block",
                                         "conditions": {"model": ["none"]}}
                                        """)
                                .status())
                .isEqualTo(201);
        JsonNode after = read(server, "");
        assertThat(texts(after).get("masking.policies")).contains("1 refuse a request");
        assertThat(after.path("version").asString()).isNotEqualTo(version);
        String html = Http.get(server.url() + "/trust?lang=en", "").body();
        assertThat(html)
                .startsWith("<!doctype html>")
                .doesNotContain("<script", "Nightingale", "127.0.0.1", "localhost", "/tmp/");
        assertThat(Http.get(server.url() + "/trust?lang=fr", "").header("Content-Language"))
                .isEqualTo("fr");
    }

    /** Nobody was told beforehand, and that is said. */
    private static void versionsSayWhatChanged(Server server, String admin) {
        String now = Http.get(server.url() + "/trust?lang=en", "").body();
        assertThat(now).contains("Version 2, since", "It took effect without notice.");
        String versions = Http.get(server.url() + "/trust/versions?lang=en", "").body();
        assertThat(versions)
                .contains("metadata): 90 days", "metadata): 365 days", "/trust/versions/1")
                .doesNotContain("<script");
        assertThat(Http.get(server.url() + "/trust/versions/1?lang=en", "").body())
                .contains("metadata): 90 days")
                .doesNotContain("metadata): 365 days");
        assertThat(Http.get(server.url() + "/trust/versions/9", "").status()).isEqualTo(404);
        String announcements = server.url() + "/api/v1/trust-announcements";
        assertThat(
                        Http.post(
                                        announcements,
                                        admin,
                                        "{\"effective_on\": \"2020-01-01\", \"text\": \"x\"}")
                                .status())
                .isEqualTo(400);
        JsonNode notice = Http.get(announcements + "/notice", admin).json();
        LocalDate earliest = LocalDate.parse(notice.path("earliest_on").asString());
        assertThat(notice.path("days").asInt()).isEqualTo(30);
        assertThat(earliest)
                .isBetween(
                        LocalDate.now(ZoneOffset.UTC).plusDays(29),
                        LocalDate.now(ZoneOffset.UTC).plusDays(30));
        String announcement = "{\"effective_on\": \"%s\", \"text\": \"A <b>new</b> receiver\"}";
        assertThat(
                        Http.post(
                                        announcements,
                                        admin,
                                        announcement.formatted(earliest.minusDays(1)))
                                .status())
                .isEqualTo(400);
        Http.Answer made =
                Http.post(announcements, admin, announcement.formatted(earliest.plusDays(1)));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(Http.get(server.url() + "/trust?lang=en", "").body())
                .contains("A &lt;b&gt;new&lt;/b&gt; receiver");
        assertThat(Http.get(announcements, admin).body()).contains("\"mailed_at\":null");
        String withdraw = announcements + "/" + made.json().path("id").asString() + "/withdraw";
        assertThat(Http.post(withdraw, admin, "").status()).isEqualTo(200);
        assertThat(read(server, "").path("announced")).isEmpty();
    }

    private static void checkpointVerifies(JsonNode page) {
        String evidence =
                sentences(page)
                        .filter(each -> each.path("id").asString().equals("audit.log"))
                        .findFirst()
                        .orElseThrow()
                        .at("/proof/evidence")
                        .asString();
        int key = evidence.lastIndexOf('\n', evidence.stripTrailing().length() - 1);
        VerifierKey verifier = VerifierKey.parse(evidence.substring(key + 1).strip()).orElseThrow();
        assertThat(SignedNote.verified(evidence.substring(0, key), verifier)).isPresent();
    }

    /** What a sentence names as its control is there: class, page, and tests of its promise. */
    private static void controlsExist(JsonNode page) {
        Set<String> promised = new TreeSet<>();
        sentences(page)
                .map(each -> each.path("control"))
                .forEach(control -> {
                    promised.add(control.path("promise").asString());
                    assertThat(ROOT.resolve(control.path("page").asString())).exists();
                    assertThat(control.path("by").asString())
                            .satisfies(name ->
                                    Class.forName(name, false, TrustTest.class.getClassLoader()));
                });
        assertThat(promised)
                .allSatisfy(id -> assertThat(tests()).containsPattern("\\b" + id + "(\\b|_)"));
    }

    /** The sentences in which tests name the promises that they hold. */
    private static String tests() {
        return Holder.TEXT;
    }

    private static final class Holder {

        static final String TEXT = read();

        private static String read() {
            try (Stream<Path> files = Files.walk(ROOT)) {
                return files.filter(each -> each.toString().contains("/src/test/java/"))
                        .filter(each -> each.toString().endsWith("Test.java"))
                        .map(Holder::read)
                        .collect(Collectors.joining("\n"));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        private static String read(Path file) {
            try {
                return Files.readString(file);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
