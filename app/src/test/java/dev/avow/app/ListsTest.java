package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.words.Route;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * Every list under {@code /api/v1} is shown page by page, and tells what it cannot read of {@code
 * limit} and {@code cursor} by name.
 */
@ExtendWith(EndToEnd.class)
final class ListsTest {

    /** What does not come about within a test; {@code WholeListTest} cuts lists as they do. */
    private static final Set<String> NEVER_TWO =
            Set.of(
                    "/api/v1/archives",
                    "/api/v1/backups",
                    "/api/v1/deployments",
                    "/api/v1/key-rotations",
                    "/api/v1/incidents/{id}/notices/{notice_id}/mails",
                    "/api/v1/privacy-requests/{id}/mails",
                    "/api/v1/retention/preview");

    /** What is posted twice, so that there are two; {@code %s} is another text each time. */
    private static final Map<String, String> POSTED =
            Map.ofEntries(
                    Map.entry(
                            "/api/v1/budgets",
                            "{\"level\":\"api_key\",\"subject_id\":\"%s\",\"period\":\"day\",\"tokens\":5}"),
                    Map.entry(
                            "/api/v1/users/me/consents",
                            "{\"purpose\":\"research\",\"action\":\"given\",\"text_version\":\"%s\"}"),
                    Map.entry(
                            "/api/v1/recognizers",
                            "{\"name\":\"list_%s\",\"words\":[\"quagga%s\"]}"),
                    Map.entry(
                            "/api/v1/detection-lists",
                            "{\"name\":\"list_%s\",\"kind\":\"deny\",\"type\":\"person\",\"values\":[\"quagga%s\"]}"),
                    Map.entry(
                            "/api/v1/incidents",
                            "{\"title\":\"%s\",\"aware_at\":\"NOW\",\"from\":\"2026-01-01T00:00:00Z\",\"providers\":[\"as-groq\",\"as-mistral\"]}"),
                    Map.entry(
                            "/api/v1/legal-holds",
                            "{\"name\":\"%s\",\"reason\":\"r\",\"from\":\"1990-01-01T00:00:00Z\",\"to\":\"1990-01-02T00:00:00Z\"}"),
                    Map.entry(
                            "/api/v1/prices",
                            "{\"provider\":\"%s\",\"model\":\"m\",\"input\":1,\"output\":1,\"source\":\"s\"}"),
                    Map.entry(
                            "/api/v1/privacy-requests",
                            "{\"kind\":\"access\",\"law\":\"gdpr\",\"contact\":\"m%s@example.org\"}"),
                    Map.entry(
                            "/api/v1/trust-announcements",
                            "{\"effective_on\":\"AHEAD\",\"text\":\"%s\"}"),
                    Map.entry(
                            "/api/v1/routes",
                            "{\"name\":\"list-%s\",\"targets\":[{\"provider\":\"fake\",\"model\":\"echo\"}]}"));

    private final Installation avow;

    ListsTest(Installation avow) {
        this.avow = avow;
    }

    /** A new person's key, who is an administrator. */
    static String person(Installation avow) {
        Http.Answer made =
                Http.post(
                        avow.url() + "/api/v1/api-keys",
                        avow.adminKey(),
                        "{\"name\":\"lists\",\"scopes\":[\"admin\",\"models\"],\"user_email\":\"%s@example.org\"}"
                                .formatted(some()));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json().path("key").asString();
    }

    private static String some() {
        return UUID.randomUUID().toString().replaceAll("[^a-z]", "");
    }

    @Test
    void list_whosePageIsNotToBeRead_isToldByField() {
        String person = person(avow);
        for (Described list : lists()) {
            for (String wrong :
                    List.of(
                            "limit=0",
                            "limit=201",
                            "limit=abc",
                            "limit=",
                            "cursor=abc",
                            "cursor=")) {
                Http.Answer answer =
                        Http.get(
                                avow.url() + path(list, person) + "?" + needed(list) + wrong,
                                person);
                String as = list + " " + wrong + ": " + answer.body();
                assertThat(answer.status()).as(as).isEqualTo(400);
                assertThat(answer.json().at("/error/field").asString())
                        .as(as)
                        .isEqualTo(wrong.substring(0, wrong.indexOf('=')));
            }
        }
    }

    @Test
    void list_followedByItsCursors_givesEveryItemOnce() {
        String person = person(avow);
        fill(person);
        Set<String> seen = new TreeSet<>();
        for (Described list : lists()) {
            String path = avow.url() + path(list, person) + "?" + needed(list);
            JsonNode before = Http.get(path + "limit=3", person).json().path("items");
            List<JsonNode> singly = singly(path, person, 3);
            JsonNode after = Http.get(path + "limit=3", person).json().path("items");
            if (before.equals(after)) { // else others wrote meanwhile, as every look is audited
                assertThat(singly).as("%s", list).containsExactlyElementsOf(before);
            }
            assertThat(new TreeSet<>(singly.stream().map(JsonNode::toString).toList()))
                    .as("%s", list)
                    .hasSameSizeAs(singly);
            if (singly.size() > 1) {
                seen.add(list.path());
            }
        }
        Set<String> all = new TreeSet<>(lists().stream().map(Described::path).toList());
        all.removeAll(NEVER_TWO);
        assertThat(seen).containsAll(all);
    }

    private List<Described> lists() {
        List<Described> lists = Described.all(avow).stream().filter(Described::list).toList();
        assertThat(lists).hasSizeGreaterThan(20);
        return lists;
    }

    /** Up to so many items, each got by itself. */
    private static List<JsonNode> singly(String path, String key, int most) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        while (items.size() < most) {
            Http.Answer answer = Http.get(path + "limit=1" + cursor, key);
            assertThat(answer.status()).as("%s: %s", path, answer.body()).isEqualTo(200);
            answer.json().path("items").forEach(items::add);
            JsonNode next = answer.json().path("next_cursor");
            if (next.isNull()) {
                break;
            }
            cursor = "&cursor=" + next.asString();
        }
        return items;
    }

    private static String needed(Described list) {
        return list.path().equals("/api/v1/usage") ? "by=model&" : "";
    }

    /** With the id of the newest of what is above it. */
    private String path(Described list, String person) {
        int brace = list.path().indexOf("/{id}");
        if (brace < 0) {
            return list.path();
        }
        String above = list.path().substring(0, brace);
        String id =
                above.equals("/api/v1/users")
                        ? Http.get(avow.url() + "/api/v1/users/me", person)
                                .json()
                                .path("id")
                                .asString()
                        : newest(above, person);
        return list.path().contains("{notice_id}")
                ? list.path().replace("{id}", id).replace("{notice_id}", noticeOf(id, person))
                : list.pathOf(id);
    }

    /** A new one, of an incident. */
    private String noticeOf(String incident, String key) {
        Http.Answer told =
                Http.post(
                        avow.url() + "/api/v1/incidents/" + incident + "/notices",
                        key,
                        "{\"to\":\"people\",\"at\":\"NOW\",\"text\":\"t\"}"
                                .replace("NOW", Instant.now().toString()));
        assertThat(told.status()).as(told.body()).isEqualTo(200);
        return told.json().at("/notices/0/id").asString();
    }

    private String newest(String list, String key) {
        Http.Answer answer = Http.get(avow.url() + list + "?limit=1", key);
        if (answer.json().path("items").isEmpty()) {
            post(list, key);
            answer = Http.get(avow.url() + list + "?limit=1", key);
        }
        return answer.json().at("/items/0/id").asString();
    }

    private void post(String path, String key) {
        String body = POSTED.getOrDefault(path, "{}");
        String some = body.contains("subject_id") ? newKeyId(key) : some();
        Http.Answer made =
                Http.post(
                        avow.url() + path,
                        key,
                        body.replace("%s", some)
                                .replace("NOW", Instant.now().toString())
                                .replace(
                                        "AHEAD",
                                        LocalDate.now(ZoneOffset.UTC).plusDays(40).toString()));
        assertThat(made.status()).as("%s: %s", path, made.body()).isIn(200, 201, 202);
    }

    private String newKeyId(String key) {
        return Http.post(avow.url() + "/api/v1/api-keys", key, "{\"name\":\"spends\"}")
                .json()
                .path("id")
                .asString();
    }

    /** Two of each at least. */
    private void fill(String person) {
        String other = person(avow);
        for (String path : POSTED.keySet()) {
            post(path, person);
            post(path, person);
        }
        for (String asks : List.of(person, other)) {
            for (String model : List.of("as-groq/parrot-x", "as-mistral/parrot-x")) {
                String body = RouteBodies.saying(Route.CHAT_COMPLETIONS, false, model, "hello");
                assertThat(Http.post(avow.baseUrl() + "/chat/completions", asks, body).status())
                        .isEqualTo(200);
            }
        }
        for (int i = 0; i < 2; i++) {
            assertThat(Http.delete(avow.url() + "/api/v1/users/me", person(avow)).status())
                    .isIn(200, 202);
        }
    }
}
