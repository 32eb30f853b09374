package dev.avow.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.control.ConversationPlane.Answer;
import dev.avow.words.TenantId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** R1 and T7: a tenant sees under which profile and where its data is handled. */
final class DeploymentRoutesTest {

    private static final String PATH = "/api/v1/deployments";

    private final ConversationPlane plane = new ConversationPlane();

    @AfterEach
    void close() {
        plane.close();
    }

    @Test
    void list_hasTheDefaultDeployment_asTheSettingsDescribeIt() {
        Answer listed = plane.get(PATH);

        assertThat(listed.status()).isEqualTo(200);
        assertThat(listed.body().get("next_cursor").isNull()).isTrue();
        assertThat(listed.body().get("items")).hasSize(1);
        JsonNode only = listed.body().at("/items/0");
        assertThat(only.get("tenant_id").stringValue())
                .isEqualTo(TenantId.DEFAULT.value().toString());
        assertThat(only.get("name").stringValue()).isEqualTo("default");
        assertThat(only.get("profile").stringValue()).isEqualTo("governance");
        assertThat(only.get("region").stringValue()).isEqualTo("EU");
        assertThat(plane.get(PATH + "/" + only.get("id").stringValue()).body()).isEqualTo(only);
    }

    @Test
    void find_anotherTenants_isNotThere() {
        String theirs = plane.send("other", "GET", PATH, null).body().at("/items/0/id").asString();

        assertThat(plane.send("other", "GET", PATH + "/" + theirs, null).status()).isEqualTo(200);
        assertThat(plane.get(PATH + "/" + theirs).status()).isEqualTo(404);
    }
}
