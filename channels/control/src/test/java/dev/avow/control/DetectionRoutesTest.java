package dev.avow.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Recognizers and lists over HTTP. */
final class DetectionRoutesTest {

    private static final String RECOGNIZERS = "/api/v1/recognizers";
    private static final String LISTS = "/api/v1/detection-lists";

    private final ConversationPlane plane = new ConversationPlane();

    @AfterEach
    void close() {
        plane.close();
    }

    private ConversationPlane.Answer post(String path, String body) {
        return plane.post(path, body.replace('\'', '"'));
    }

    private static List<String> texts(JsonNode all, String pointer) {
        return StreamSupport.stream(all.spliterator(), false)
                .map(each -> each.at(pointer).asString())
                .toList();
    }

    @Test
    void recognizer_madeChangedAndRemoved_isSeenAsItIs() {
        var made =
                post(
                        RECOGNIZERS,
                        "{'name':'staff','patterns':['P-[0-9]{6}'],'examples':{'match':['P-123456']}}");
        String one = RECOGNIZERS + "/" + made.body().at("/id").asString();

        assertThat(made.status()).isEqualTo(201);
        assertThat(plane.get(one).body()).isEqualTo(made.body());
        assertThat(made.body().at("/enabled").asBoolean()).isTrue();
        assertThat(made.body().at("/confidence").asDouble()).isEqualTo(0.6);

        var changed = plane.send("admin", "PUT", one, "{\"name\":\"staff\",\"words\":[\"x\"]}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body().at("/patterns")).isEmpty();
        assertThat(plane.get(RECOGNIZERS).body().at("/items")).hasSize(1);
        assertThat(plane.get(LISTS).body().at("/items")).isEmpty();

        assertThat(plane.send("admin", "DELETE", one, null).status()).isEqualTo(204);
        assertThat(plane.get(one).status()).isEqualTo(404);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "an unknown field | {'name':'a_b','words':['x'],'colour':1} | unknown_field |"
                        + " colour",
                "no name | {'words':['x']} | missing_value | name",
                "a pattern that is none | {'name':'a_b','patterns':['(']} | invalid_value |"
                        + " patterns[0]",
                "a bad example | {'name':'a_b','words':['x'],'examples':{'no_match':['y','x']}} |"
                        + " invalid_value | examples.no_match[1]",
                "a built-in's name | {'name':'email','words':['x']} | invalid_value | name",
                "a list | ['x'] | invalid_value | ''",
            })
    void recognizer_bad_isRefusedByField(String why, String body, String code, String field) {
        var answer = post(RECOGNIZERS, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.field()).isEqualTo(field);
    }

    @Test
    void list_values_areForAdministratorsAndLookingIsNoted() {
        post(LISTS, "{'name':'people','kind':'deny','type':'person','values':['Ada Lovelace']}");

        assertThat(plane.send("read", "GET", LISTS, null).status()).isEqualTo(403);
        assertThat(plane.send("read", "GET", RECOGNIZERS, null).status()).isEqualTo(200);
        assertThat(plane.send("read", "POST", RECOGNIZERS, "{}").status()).isEqualTo(403);
        assertThat(plane.send("models", "GET", RECOGNIZERS, null).status()).isEqualTo(403);
        assertThat(plane.get(LISTS).body().at("/items/0/values/0").asString())
                .isEqualTo("Ada Lovelace");
        assertThat(plane.audited().getFirst().action()).isEqualTo("detection_lists_viewed");
    }

    @Test
    void definition_ofAnotherTenant_isNotThere() {
        var made = post(RECOGNIZERS, "{'name':'staff','words':['Blaumeise']}");
        String one = RECOGNIZERS + "/" + made.body().at("/id").asString();

        assertThat(plane.send("other", "GET", one, null).status()).isEqualTo(404);
        assertThat(plane.send("other", "DELETE", one, null).status()).isEqualTo(404);
        assertThat(
                        plane.send(
                                        "other",
                                        "POST",
                                        RECOGNIZERS + "/test",
                                        "{\"text\":\"Blaumeise\"}")
                                .body()
                                .at("/findings"))
                .isEmpty();
    }

    @Test
    void test_draft_findsAndKeepsNothing() {
        var tried =
                post(
                        RECOGNIZERS + "/test",
                        "{'text':'card M12345674 of ada@example.org','recognizer':"
                                + "{'name':'member','patterns':['M[0-9]{8}'],'checksum':'luhn'}}");

        JsonNode found = tried.body().at("/findings/0");
        assertThat(tried.status()).isEqualTo(200);
        assertThat(tried.body().at("/findings")).hasSize(1);
        assertThat(found.at("/type").asString()).isEqualTo("member");
        assertThat(found.at("/start").asInt()).isEqualTo(5);
        assertThat(found.at("/end").asInt()).isEqualTo(14);
        assertThat(found.at("/reason").asString()).isEqualTo("checksum");
        assertThat(tried.body().at("/coverage").asString()).isEqualTo("complete");
        assertThat(tried.body().at("/duration_ms").asDouble()).isPositive();
        assertThat(plane.get(RECOGNIZERS).body().at("/items")).isEmpty();
        assertThat(plane.audited()).isEmpty();
    }

    @Test
    void test_withAll_draftStandsInForTheOneOfItsName() {
        post(RECOGNIZERS, "{'name':'bird','words':['Kleiber']}");
        String text = "Kleiber Blaumeise ada@example.org";

        var kept = post(RECOGNIZERS + "/test", "{'text':'" + text + "'}");
        var draft =
                post(
                        RECOGNIZERS + "/test",
                        "{'text':'"
                                + text
                                + "','with_all':true,'recognizer':{'name':'bird','words':['Blaumeise']},"
                                + "'list':{'name':'ok','kind':'allow','values':['ada@example.org']}}");

        assertThat(texts(kept.body().at("/findings"), "/type")).containsExactly("bird", "email");
        assertThat(texts(draft.body().at("/findings"), "/start")).containsExactly("8");
    }

    @Test
    void test_badDraft_namesTheFieldOfTheBody() {
        var answer =
                post(
                        RECOGNIZERS + "/test",
                        "{'text':'x','recognizer':{'name':'a_b','patterns':['x*']}}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.field()).isEqualTo("recognizer.patterns[0]");
    }

    @Test
    void findingTypes_all_areNamedWithTheirOrigin() {
        post(RECOGNIZERS, "{'name':'bird','words':['Kleiber'],'enabled':false}");
        post(LISTS, "{'name':'codes','kind':'deny','type':'code_name','values':['ORCA']}");

        JsonNode types = plane.get("/api/v1/finding-types").body().at("/items");

        assertThat(texts(types, "/id"))
                .containsExactly("bird", "code_name", "email", "person", "phone");
        assertThat(texts(types, "/origin"))
                .containsExactly("recognizer", "list", "built_in", "built_in", "built_in");
        assertThat(texts(types, "/on")).containsExactly("false", "true", "true", "false", "true");
    }

    /** They once came whole and as {@code types}, as no other list does. */
    @Test
    void findingTypes_limited_comeInPagesLikeEveryList() {
        List<String> seen = new ArrayList<>();
        for (String next = ""; next != null; ) {
            JsonNode page = plane.get("/api/v1/finding-types?limit=2" + next).body();
            seen.addAll(texts(page.at("/items"), "/id"));
            next =
                    page.get("next_cursor").isNull()
                            ? null
                            : "&cursor=" + page.get("next_cursor").stringValue();
        }

        assertThat(seen).containsExactly("email", "person", "phone");
    }
}
