package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;

/** What is recorded of the requests of a batch, whichever API it is of. */
record BatchUses(Installation avow) {

    /** The uses of a model, newest first. */
    JsonNode of(String model) {
        return Http.get(
                        avow.url() + "/api/v1/interactions?limit=200&model=" + model,
                        avow.adminKey())
                .json()
                .path("items");
    }

    /** Requires two that no answer has come for. */
    void requireTwoStarted(String model) {
        assertThat(of(model))
                .hasSize(2)
                .allSatisfy(each -> {
                    assertThat(each.path("status").stringValue()).isEqualTo("started");
                    assertThat(each.path("channel").stringValue()).isEqualTo("batch");
                });
    }

    /** Requires two that are complete, one of which held an e-mail address. */
    void requireTwoCompleted(String model) {
        assertThat(of(model))
                .hasSize(2)
                .allSatisfy(each -> {
                    assertThat(each.path("status").stringValue()).isEqualTo("completed");
                    assertThat(each.path("tokens_in").asInt()).isEqualTo(11);
                    assertThat(each.path("tokens_out").asInt()).isEqualTo(13);
                    assertThat(each.path("response_hash").stringValue()).startsWith("hmac");
                });
        assertThat(of(model).toString()).contains("\"email\"");
    }

    /** Makes a policy by which no answer of the model is released. */
    void blockAnswersOf(String model) {
        Http.Answer made =
                Http.post(
                        avow.url() + "/api/v1/policies",
                        avow.adminKey(),
                        """
                        {"name": "batches of %1$s", "priority": 30, "action": "Block",
                         "applies_to": "answer", "conditions": {"model": ["%1$s"]}}
                        """
                                .formatted(model));
        assertThat(made.status()).isEqualTo(201);
    }
}
