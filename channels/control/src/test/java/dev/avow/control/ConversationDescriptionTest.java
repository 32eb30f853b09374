package dev.avow.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The description names exactly the routes and fields that there are. */
final class ConversationDescriptionTest {

    private final ConversationPlane plane = new ConversationPlane();

    @AfterEach
    void close() {
        plane.close();
    }

    private JsonNode description() {
        return plane.send("nobody", "GET", "/api/openapi.json", null).body();
    }

    @Test
    void description_everyOperation_isMounted() {
        for (var path : description().get("paths").properties()) {
            String url =
                    path.getKey().replaceAll("\\{[a-z_]+}", "00000000-0000-7000-8000-00000000dead");
            for (String method : path.getValue().propertyNames()) {
                String key = "nobody";
                int status =
                        plane.send(key, method.toUpperCase(java.util.Locale.ROOT), url, null)
                                .status();
                assertThat(status)
                        .as(method + " " + url)
                        .isEqualTo(url.equals("/api/openapi.json") ? 200 : 401);
            }
        }
    }

    @Test
    void description_everyReference_isThere() {
        JsonNode all = description();
        for (JsonNode reference : all.findValues("$ref")) {
            String pointer = reference.stringValue().substring(1);
            assertThat(all.at(pointer).isMissingNode()).as(pointer).isFalse();
        }
    }

    @Test
    void description_anInteraction_hasTheFieldsOfTheRecord() {
        Set<String> described =
                new TreeSet<>(
                        description()
                                .at("/components/schemas/Interaction/properties")
                                .propertyNames());

        assertThat(described).hasSize(26).contains("prompt_hash", "duration_ms", "status");
    }
}
