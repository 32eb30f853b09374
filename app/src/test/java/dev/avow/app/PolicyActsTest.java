package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * B7 and B5, from outside: what policies do that only look on, ask for a reason, or cannot tell.
 */
@ExtendWith(EndToEnd.class)
final class PolicyActsTest {

    private static final String REASON = "The customer asked for it in writing.";

    private final Installation avow;

    PolicyActsTest(Installation avow) {
        this.avow = avow;
    }

    private void policy(String json) {
        Http.Answer made = Http.post(avow.url() + "/api/v1/policies", avow.adminKey(), json);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
    }

    private Http.Answer ask(String model, String... headers) {
        return askBy(avow.modelsKey(), model, headers);
    }

    private Http.Answer askBy(String key, String model, String... headers) {
        String body =
                "{\"model\":\"fake/%s\",\"messages\":[{\"role\":\"user\",\"content\":\"to %s\"}]}"
                        .formatted(model, PersonalData.of("email"));
        return Http.post(
                avow.url() + "/v1/chat/completions",
                key,
                HttpRequest.BodyPublishers.ofString(body),
                headers);
    }

    private JsonNode interaction(Http.Answer answer) {
        return Http.get(
                        avow.url() + "/api/v1/interactions/" + answer.header("Avow-Interaction"),
                        avow.adminKey())
                .json();
    }

    @Test
    void shadow_doesNothing_andStandsInTheInteraction() {
        policy(
                """
                {"name": "look on", "priority": 5, "action": "Block", "shadow": true,
                 "conditions": {"model": ["parrot-shadow"], "finding_types": ["email"],
                                "expression": "risk > 0.0 && platform == 'fake'"}}
                """);

        Http.Answer answer = ask("parrot-shadow");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Avow-Action")).isEqualTo("mask");
        JsonNode shadow = interaction(answer).get("shadow");
        assertThat(shadow).hasSize(1);
        assertThat(shadow.at("/0/policy").stringValue()).isEqualTo("look on");
        assertThat(shadow.at("/0/action").stringValue()).isEqualTo("Block");
    }

    @Test
    void coach_withoutAReason_isToldAgainAndThenItsLengthIsKept() {
        policy(
                """
                {"name": "say why", "priority": 5, "action": "Coach", "justification": 20,
                 "conditions": {"model": ["parrot-why"]}}
                """);
        Http.Answer told = ask("parrot-why");
        assertThat(told.status()).isEqualTo(409);
        assertThat(told.body()).contains("Avow-Justification");
        String token = told.json().at("/error/acknowledge_token").asString("");

        assertThat(ask("parrot-why", "Avow-Acknowledge", token).status()).isEqualTo(409);
        assertThat(
                        ask(
                                        "parrot-why",
                                        "Avow-Acknowledge",
                                        token,
                                        "Avow-Justification",
                                        "because         ")
                                .status())
                .isEqualTo(409);
        Http.Answer let =
                ask("parrot-why", "Avow-Acknowledge", token, "Avow-Justification", REASON);

        assertThat(let.status()).isEqualTo(200);
        JsonNode kept = interaction(let);
        assertThat(kept.get("justification").intValue()).isEqualTo(REASON.length());
        assertThat(kept.toString()).doesNotContain("customer");
        assertThat(avow.provider().log().holds("customer asked")).isFalse();
        assertThat(avow.logText()).doesNotContain("customer asked");
    }

    /** What was held back has a receipt like what left: who wrote it is to know what was found. */
    @Test
    void receipt_ofWhatDoesNotLeave_saysWhatWasFoundAndThatNothingLeft() {
        policy(
                """
                {"name": "stays here", "priority": 5, "action": "Block",
                 "conditions": {"model": ["parrot-stays"]}}
                """);
        policy(
                """
                {"name": "think", "priority": 5, "action": "Coach",
                 "conditions": {"model": ["parrot-think"]}}
                """);

        Http.Answer blocked = ask("parrot-stays", "Avow-Receipt", "full");
        Http.Answer coached = ask("parrot-think", "Avow-Receipt", "full");
        String message =
                "{\"model\":\"fake/parrot-stays\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\","
                        + "\"content\":\"to %s\"}]}".formatted(PersonalData.of("email"));
        Http.Answer byAnthropic =
                Http.post(
                        avow.url() + "/v1/messages",
                        avow.modelsKey(),
                        HttpRequest.BodyPublishers.ofString(message),
                        "Avow-Receipt",
                        "full");

        assertThat(coached.status()).isEqualTo(409);
        assertThat(coached.json().at("/error/acknowledge_token").isString()).isTrue();
        assertThat(coached.json().at("/avow/action").stringValue()).isEqualTo("coach");
        assertThat(byAnthropic.json().at("/error/type").stringValue())
                .isEqualTo("permission_error");
        for (Http.Answer each : List.of(blocked, byAnthropic)) {
            assertThat(each.status()).isEqualTo(403);
            assertThat(each.json().at("/error/code").stringValue()).isEqualTo("policy_blocked");
            JsonNode receipt = each.json().get("avow");
            assertThat(receipt.get("interaction_id").stringValue())
                    .isEqualTo(each.header("Avow-Interaction"));
            assertThat(receipt.at("/findings/0/type").stringValue()).isEqualTo("email");
            assertThat(receipt.at("/findings/0/count").intValue()).isEqualTo(1);
            assertThat(receipt.get("policy").stringValue()).isEqualTo("stays here");
            assertThat(receipt.get("action").stringValue()).isEqualTo("block");
            assertThat(receipt.get("text").isNull()).isTrue();
            assertThat(receipt.get("received_by")).isEmpty();
            assertThat(Double.parseDouble(each.header("Avow-Overhead-Ms"))).isPositive();
        }
        assertThat(ask("parrot-stays").json().has("avow")).isFalse();
    }

    /** B7: a condition on a group holds for who is in it, from the next request on. */
    @Test
    void userGroup_holdsForWhoIsInItAlone() {
        policy(
                """
                {"name": "not for sales", "priority": 5, "action": "Block",
                 "conditions": {"model": ["parrot-group"], "user_group": ["sales"]}}
                """);
        JsonNode made =
                Http.post(
                                avow.url() + "/api/v1/api-keys",
                                avow.adminKey(),
                                """
                                {"name": "ada's", "scopes": ["models"],
                                 "user_email": "ada@example.org"}
                                """)
                        .json();
        String key = made.path("key").asString();
        String ada = avow.url() + "/api/v1/users/" + made.path("user_id").asString();

        assertThat(askBy(key, "parrot-group").status()).isEqualTo(200);
        assertThat(Http.patch(ada, avow.adminKey(), "{\"groups\": [\"sales\"]}").status())
                .isEqualTo(200);

        assertThat(askBy(key, "parrot-group").status()).isEqualTo(403);
        assertThat(ask("parrot-group").status()).as("nobody's key").isEqualTo(200);
    }

    /** An expression that cannot be told closes the door. */
    @Test
    void expression_thatFails_letsNothingLeave() {
        policy(
                """
                {"name": "broken", "priority": 5, "action": "Log",
                 "conditions": {"model": ["parrot-broken"],
                                "expression": "1 / size(groups) == 7"}}
                """);
        long before = avow.provider().log().countWith("parrot-broken");

        Http.Answer refused = ask("parrot-broken");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().at("/error/code").asString("")).isEqualTo("policy_blocked");
        assertThat(avow.provider().log().countWith("parrot-broken")).isEqualTo(before);
        assertThat(interaction(refused).get("policy_applied").stringValue()).isEqualTo("broken");
    }
}
