package dev.avow.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.control.ConversationPlane.Answer;
import dev.avow.prove.AuditRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** B7 and T2 over HTTP. */
final class PolicyRoutesTest {

    private static final String PATH = "/api/v1/policies";

    private static final String BLOCK_CARDS =
            """
            {"name": "No cards", "priority": 10, "action": "Block",
             "conditions": {"finding_types": ["payment_card"]}, "message": "Not here."}
            """;

    private final ConversationPlane plane = new ConversationPlane();

    @AfterEach
    void close() {
        plane.close();
    }

    @Test
    void post_aPolicy_answersAllOfIt() {
        Answer made = plane.post(PATH, BLOCK_CARDS);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "tenant_id",
                        "name",
                        "description",
                        "enabled",
                        "priority",
                        "conditions",
                        "action",
                        "message",
                        "masking",
                        "applies_to",
                        "shadow",
                        "justification",
                        "created_by",
                        "created_at",
                        "modified_at");
        assertThat(made.body().get("enabled").booleanValue()).isTrue();
        JsonNode conditions = made.body().get("conditions");
        assertThat(conditions.propertyNames())
                .containsExactlyInAnyOrder(
                        "platform_id",
                        "user_group",
                        "model",
                        "finding_types",
                        "risk_level",
                        "time",
                        "sample",
                        "expression");
        assertThat(conditions.get("platform_id").isNull()).isTrue();
        assertThat(conditions.get("finding_types").get(0).stringValue()).isEqualTo("payment_card");
        assertThat(plane.get(PATH + "/" + id(made)).body()).isEqualTo(made.body());
        assertThat(plane.get(PATH).body().get("items").get(0)).isEqualTo(made.body());
        assertThat(plane.get(PATH).body().get("next_cursor").isNull()).isTrue();
    }

    /** B1: the dry run shows what would leave, whatever stands for the values. */
    @Test
    void masking_byType_isKeptAndShownByADryRun() {
        String policy =
                """
                {"name": "Typed", "priority": 1, "action": "Mask",
                 "masking": {"default": "placeholder", "types": {"email": "hash"}}}
                """;
        JsonNode masking = plane.post(PATH, policy).body().get("masking");
        assertThat(masking.get("default").stringValue()).isEqualTo("placeholder");
        assertThat(masking.at("/types/email").stringValue()).isEqualTo("hash");
        assertThat(masking.get("checksum").stringValue()).isEqualTo("fails");

        Answer tried =
                plane.post(
                        PATH + "/dry-run", "{\"text\": \"ada@example.org, 4111 1111 1111 1111\"}");
        assertThat(tried.body().get("text_as_left").stringValue())
                .matches("<EMAIL:[0-9a-f]{16}>, <PAYMENT_CARD>");

        Answer wrong = plane.post(PATH, policy.replace("hash", "hide"));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.field()).isEqualTo("masking.types");
    }

    @Test
    void rareConditions_areKeptAndReadBack() {
        Answer made =
                plane.post(
                        PATH,
                        """
                        {"name": "Nights", "priority": 1, "action": "Coach", "shadow": true,
                         "justification": 20, "conditions": {"sample": 0.25,
                          "expression": "risk > 0.5 && 'email' in finding_types",
                          "time": {"days": ["friday"], "from": "22:00", "until": "06:00",
                                   "zone": "Europe/Paris"}}}
                        """);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().at("/conditions/time/zone").stringValue()).isEqualTo("Europe/Paris");
        assertThat(made.body().get("shadow").booleanValue()).isTrue();
        assertThat(made.body().get("justification").intValue()).isEqualTo(20);
        assertThat(plane.get(PATH + "/" + id(made)).body()).isEqualTo(made.body());
    }

    /** A policy in shadow mode is told of by a dry run and does nothing. */
    @Test
    void dryRun_shadow_isToldOf() {
        plane.post(PATH, BLOCK_CARDS.replace("\"priority\"", "\"shadow\": true, \"priority\""));

        JsonNode tried =
                plane.post(PATH + "/dry-run", "{\"text\": \"4111 1111 1111 1111\"}").body();
        assertThat(tried.get("action").stringValue()).isEqualTo("Mask");
        assertThat(tried.at("/shadow/0/policy").stringValue()).isEqualTo("No cards");
        assertThat(tried.at("/shadow/0/action").stringValue()).isEqualTo("Block");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"sample\": 0|conditions.sample",
                "\"sample\": 1.5|conditions.sample",
                "\"expression\": \"risk >\"|conditions.expression",
                "\"time\": {\"days\": [\"fri\"]}|conditions.time.days",
                "\"time\": {\"from\": \"24:00\"}|conditions.time.from",
                "\"time\": {\"until\": \"9:00\"}|conditions.time.until",
                "\"time\": {\"zone\": \"Mars\"}|conditions.time.zone"
            })
    void rareConditions_wrong_areRefusedByField(String condition, String field) {
        Answer refused =
                plane.post(
                        PATH,
                        "{\"name\": \"x\", \"priority\": 1, \"action\": \"Block\","
                                + " \"conditions\": {"
                                + condition
                                + "}}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.field()).isEqualTo(field);
    }

    private void report(String action, String type) {
        Answer made =
                plane.post(
                        "/api/v1/interactions",
                        """
                        {"platform_id": "chatgpt", "prompt_hash": "sha256:%s", "content_length": 9,
                         "policy_action": "%s", "classifications":
                           [{"type": "%s", "confidence": 0.9, "tier": 1, "count": 1}]}
                        """
                                .formatted("0".repeat(64), action, type));
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
    }

    /** What a draft would have done, by what is known of uses that are over. */
    @Test
    void replay_aDraft_countsWhatWouldChange() {
        report("Mask", "payment_card");
        report("Mask", "payment_card");
        report("Mask", "email");

        JsonNode as = plane.post(PATH + "/replay", "{}").body();
        assertThat(as.get("interactions").intValue()).isEqualTo(3);
        assertThat(as.get("changed").intValue()).isZero();

        JsonNode with =
                plane.post(PATH + "/replay", "{\"days\": 1, \"policy\": " + BLOCK_CARDS + "}")
                        .body();
        assertThat(with.get("complete").booleanValue()).isTrue();
        assertThat(with.get("changed").intValue()).isEqualTo(2);
        assertThat(with.at("/actions/Mask/before").intValue()).isEqualTo(3);
        assertThat(with.at("/actions/Mask/after").intValue()).isEqualTo(1);
        assertThat(with.at("/actions/Block/after").intValue()).isEqualTo(2);
        JsonNode change = with.at("/changes/0");
        assertThat(change.get("from").stringValue()).isEqualTo("Mask");
        assertThat(change.get("to").stringValue()).isEqualTo("Block");
        assertThat(change.get("policy").stringValue()).isEqualTo("No cards");
        assertThat(change.get("count").intValue()).isEqualTo(2);

        JsonNode whole =
                plane.post(
                                PATH + "/replay",
                                "{\"policies\": [{\"name\": \"all\", \"priority\": 1,"
                                        + " \"action\": \"Log\"}]}")
                        .body();
        assertThat(whole.get("changed").intValue()).isEqualTo(3);
        assertThat(plane.post(PATH + "/replay", "{\"days\": 91}").field()).isEqualTo("days");
        assertThat(plane.audited())
                .extracting(AuditRecord::action)
                .contains("interactions_replayed");
        assertThat(plane.get(PATH).body().get("items")).isEmpty();
    }

    private static String id(Answer made) {
        return made.body().get("id").stringValue();
    }

    @Test
    void changes_each_standInTheAuditLogWithBeforeAndAfter() {
        String one = PATH + "/" + id(plane.post(PATH, BLOCK_CARDS));

        Answer changed = plane.send("admin", "PUT", one, BLOCK_CARDS.replace("Block", "Coach"));
        assertThat(changed.body().get("action").stringValue()).isEqualTo("Coach");
        assertThat(plane.send("admin", "DELETE", one, null).status()).isEqualTo(204);
        assertThat(plane.get(one).status()).isEqualTo(404);
        assertThat(plane.send("admin", "DELETE", one, null).status()).isEqualTo(404);

        assertThat(plane.audited())
                .extracting(AuditRecord::action)
                .containsExactly("policy_deleted", "policy_changed", "policy_created");
    }

    @Test
    void post_wrongOrUnknown_isRefusedByField() {
        refused("{\"name\": \"x\", \"action\": \"Block\"}", "missing_value", "priority");
        refused(draft("\"action\": \"Shout\""), "invalid_value", "action");
        refused(draft("\"action\": \"Block\", \"mood\": 1"), "unknown_field", "mood");
        refused(conditions("\"risk_level\": \"dire\""), "invalid_value", "conditions.risk_level");
        refused(conditions("\"model\": []"), "invalid_value", "conditions.model");
        refused(conditions("\"model\": [null]"), "invalid_value", "conditions.model[0]");
        refused(
                conditions("\"finding_types\": [\"mood\"]"),
                "invalid_value",
                "conditions.finding_types[0]");
        Answer unknown = plane.post(PATH, conditions("\"weather\": \"fair\""));
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.field()).isEqualTo("conditions.weather");
        plane.post(PATH, BLOCK_CARDS);
        assertThat(plane.post(PATH, BLOCK_CARDS).status()).isEqualTo(409);
        assertThat(plane.get(PATH).body().get("items")).hasSize(1);
    }

    private void refused(String body, String code, String field) {
        Answer answer = plane.post(PATH, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.field()).isEqualTo(field);
    }

    private static String draft(String rest) {
        return "{\"name\": \"x\", \"priority\": 1, " + rest + "}";
    }

    private static String conditions(String inside) {
        return draft("\"action\": \"Log\", \"conditions\": {" + inside + "}");
    }

    @Test
    void requests_withoutTheRight_areRefused() {
        assertThat(plane.send("read", "POST", PATH, BLOCK_CARDS).status()).isEqualTo(403);
        assertThat(plane.send("models", "GET", PATH, null).status()).isEqualTo(403);
        assertThat(plane.send("nobody", "GET", PATH, null).status()).isEqualTo(401);
        Answer made = plane.post(PATH, BLOCK_CARDS);
        assertThat(plane.send("other", "GET", PATH + "/" + id(made), null).status()).isEqualTo(404);
        assertThat(plane.send("other", "GET", PATH, null).body().get("items")).isEmpty();
    }

    @Test
    void dryRun_noPolicy_masksWhatIsFound() {
        Answer answer = plane.post(PATH + "/dry-run", "{\"text\": \"Write to ada@example.org.\"}");

        JsonNode outcome = answer.body();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(outcome.at("/findings/0/type").stringValue()).isEqualTo("email");
        assertThat(outcome.at("/findings/0/start").intValue()).isEqualTo(9);
        assertThat(outcome.at("/findings/0/end").intValue()).isEqualTo(24);
        assertThat(outcome.get("coverage").stringValue()).isEqualTo("complete");
        assertThat(outcome.get("action").stringValue()).isEqualTo("Mask");
        assertThat(outcome.get("policy").isNull()).isTrue();
        assertThat(outcome.get("text_as_left").stringValue())
                .startsWith("Write to ")
                .doesNotContain("ada@example.org");
    }

    @Test
    void dryRun_policies_decideAsTheyWouldOnARequest() {
        plane.post(PATH, BLOCK_CARDS);

        JsonNode blocked = dryRun("Card 4111 1111 1111 1111 please", "");
        assertThat(blocked.get("action").stringValue()).isEqualTo("Block");
        assertThat(blocked.get("policy").stringValue()).isEqualTo("No cards");
        assertThat(blocked.get("text_as_left").isNull()).isTrue();
        JsonNode allowed = dryRun("Nothing to see", "");
        assertThat(allowed.get("action").stringValue()).isEqualTo("Allow");
        assertThat(allowed.get("text_as_left").stringValue()).isEqualTo("Nothing to see");
    }

    @Test
    void dryRun_unsavedPolicy_takesItsPlaceAndIsNotKept() {
        plane.post(PATH, BLOCK_CARDS);
        String unsaved =
                """
                , "user_group": "staff", "platform_id": "openai", "policy": {
                  "name": "Staff may", "priority": 1, "action": "Log",
                  "conditions": {"user_group": ["staff"], "platform_id": ["open*"]}}
                """;

        JsonNode outcome = dryRun("Card 4111 1111 1111 1111 please", unsaved);

        assertThat(outcome.get("policy").stringValue()).isEqualTo("Staff may");
        assertThat(outcome.get("action").stringValue()).isEqualTo("Log");
        assertThat(plane.get(PATH).body().get("items")).hasSize(1);
        JsonNode replaced =
                dryRun(
                        "Card 4111 1111 1111 1111 please",
                        ", \"policy\": " + BLOCK_CARDS.replace("Block", "Coach"));
        assertThat(replaced.get("action").stringValue()).isEqualTo("Coach");
        Answer wrong =
                plane.post(
                        PATH + "/dry-run",
                        "{\"text\": \"x\", \"policy\": " + draft("\"action\": \"Shout\"") + "}");
        assertThat(wrong.status()).isEqualTo(400);
    }

    private JsonNode dryRun(String text, String rest) {
        Answer answer = plane.post(PATH + "/dry-run", "{\"text\": \"" + text + "\"" + rest + "}");
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }
}
