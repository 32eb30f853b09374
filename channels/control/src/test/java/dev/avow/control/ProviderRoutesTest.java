package dev.avow.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.control.ConversationPlane.Answer;
import dev.avow.prove.AuditRecord;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** B8 over HTTP: a key goes in and never comes back. */
final class ProviderRoutesTest {

    private static final String PATH = "/api/v1/provider-keys";
    private static final String KEY = "sk-fictitious-0123456789";
    private static final String BODY =
            """
            {"name": "mine", "kind": "openai", "base_url": "https://api.example/v1",
             "key": "sk-fictitious-0123456789"}
            """;

    private final ConversationPlane plane = new ConversationPlane();

    @AfterEach
    void close() {
        plane.close();
    }

    @Test
    void post_aProvider_answersWithoutItsKey() {
        Answer made = plane.post(PATH, BODY);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "name",
                        "kind",
                        "base_url",
                        "has_key",
                        "keys",
                        "region",
                        "agreement",
                        "created_at");
        assertThat(made.body().at("/keys/0/opens").booleanValue()).isTrue();
        assertThat(made.body().get("has_key").booleanValue()).isTrue();
        Answer listed = plane.get(PATH);
        assertThat(listed.body().at("/items/0")).isEqualTo(made.body());
        assertThat(listed.body().toString()).doesNotContain(KEY);
        assertThat(plane.audited())
                .extracting(AuditRecord::action)
                .containsExactly("provider_added");
        assertThat(plane.audited().toString()).doesNotContain(KEY);
    }

    @Test
    void get_one_isAsInTheListAndNobodyElses() {
        String id = plane.post(PATH, BODY).body().get("id").stringValue();

        Answer one = plane.get(PATH + "/" + id);

        assertThat(one.status()).isEqualTo(200);
        assertThat(one.body()).isEqualTo(plane.get(PATH).body().at("/items/0"));
        assertThat(plane.send("other", "GET", PATH + "/" + id, null).status()).isEqualTo(404);
    }

    @Test
    void keys_addedAndRetired_areOthersThanBeforeAndNeverShown() {
        String id = plane.post(PATH, BODY).body().get("id").stringValue();
        String keys = PATH + "/" + id + "/keys";
        assertThat(plane.send("admin", "DELETE", keys + "/" + id, null).body().toString())
                .contains("add another one first");
        Answer added = plane.post(keys, "{\"key\":\"" + KEY + "-2\"}");

        assertThat(added.status()).isEqualTo(201);
        assertThat(added.body().get("opens").booleanValue()).isTrue();
        assertThat(plane.post(keys, "{\"key\":\"" + KEY + "-3\"}").body().toString())
                .contains("AVOW_PROVIDER_MAX_KEYS");
        assertThat(plane.send("other", "DELETE", keys + "/" + id, null).status()).isEqualTo(404);
        assertThat(plane.send("admin", "DELETE", keys + "/" + id, null).status()).isEqualTo(204);
        Answer listed = plane.get(PATH);
        assertThat(listed.body().at("/items/0/keys")).hasSize(1);
        assertThat(listed.body().at("/items/0/keys/0/id")).isEqualTo(added.body().get("id"));
        assertThat(plane.audited())
                .extracting(AuditRecord::action)
                .startsWith("provider_key_retired", "provider_key_added");
        assertThat(plane.audited() + listed.body().toString()).doesNotContain(KEY);
    }

    @Test
    void patch_regionAndAgreement_areShownAndCheckedByField() {
        String one = PATH + "/" + plane.post(PATH, BODY).body().get("id").stringValue();

        Answer changed =
                plane.send("admin", "PATCH", one, "{\"region\":\"eu\",\"agreement\":\"dpa-7\"}");
        assertThat(changed.body().get("region").stringValue()).isEqualTo("EU");
        assertThat(changed.body().get("agreement").stringValue()).isEqualTo("dpa-7");
        Answer cleared = plane.send("admin", "PATCH", one, "{\"region\":null}");
        assertThat(cleared.body().get("region").isNull()).isTrue();
        assertThat(cleared.body().get("agreement").stringValue()).isEqualTo("dpa-7");
        for (String field : List.of("region", "agreement")) {
            Answer wrong = plane.send("admin", "PATCH", one, "{\"" + field + "\":\"a b\"}");
            assertThat(wrong.status()).isEqualTo(400);
            assertThat(wrong.body().at("/error/field").stringValue()).isEqualTo(field);
        }
    }

    @Test
    void delete_aProvider_isGoneAndAudited() {
        String id = plane.post(PATH, BODY).body().get("id").stringValue();

        assertThat(plane.send("other", "DELETE", PATH + "/" + id, null).status()).isEqualTo(404);
        assertThat(plane.send("admin", "DELETE", PATH + "/" + id, null).status()).isEqualTo(204);

        assertThat(plane.get(PATH).body().get("items")).isEmpty();
        assertThat(plane.audited().getFirst().action()).isEqualTo("provider_removed");
    }

    @Test
    void post_badValue_namesTheFieldAndQuotesNoKey() {
        Answer url = plane.post(PATH, BODY.replace("https://", "https://u:p@"));
        assertThat(url.status()).isEqualTo(400);
        assertThat(url.field()).isEqualTo("base_url");
        Answer key = plane.post(PATH, BODY.replace("sk-fictitious", "sk fictitious"));
        assertThat(key.field()).isEqualTo("key");
        assertThat(key.body().toString()).doesNotContain("fictitious");
        plane.post(PATH, BODY);
        assertThat(plane.post(PATH, BODY).status()).isEqualTo(409);
    }

    @Test
    void get_severalPages_showsEachOnceFirstAddedFirst() {
        for (String name : new String[] {"a", "b", "c"}) {
            plane.post(PATH, BODY.replace("mine", name));
        }

        Answer first = plane.get(PATH + "?limit=2");
        Answer second =
                plane.get(
                        PATH + "?limit=2&cursor=" + first.body().get("next_cursor").stringValue());

        assertThat(first.body().get("items").findValuesAsString("name")).containsExactly("a", "b");
        assertThat(second.body().get("items").findValuesAsString("name")).containsExactly("c");
    }
}
