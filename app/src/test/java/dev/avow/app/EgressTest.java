package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.words.Route;
import java.net.http.HttpRequest;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** T3, seen from the traffic: who received a request, and all hosts that ever received any. */
@ExtendWith(EndToEnd.class)
final class EgressTest {

    private final Installation avow;

    EgressTest(Installation avow) {
        this.avow = avow;
    }

    private Http.Answer ask(String model) {
        return Http.post(
                avow.url() + "/v1/chat/completions",
                avow.modelsKey(),
                HttpRequest.BodyPublishers.ofString(
                        RouteBodies.saying(Route.CHAT_COMPLETIONS, false, model, "hello")),
                "Avow-Receipt",
                "full");
    }

    private JsonNode interaction(Http.Answer answer) {
        return Http.get(
                        avow.url() + "/api/v1/interactions/" + answer.header("Avow-Interaction"),
                        avow.adminKey())
                .json();
    }

    private JsonNode seen(String provider) {
        JsonNode items =
                Http.get(avow.url() + "/api/v1/egress", avow.adminKey()).json().get("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(each -> each.path("provider").asString("").equals(provider))
                .findFirst()
                .orElse(tools.jackson.databind.node.MissingNode.getInstance());
    }

    /** B9: the provider, and nobody in between. */
    @Test
    void request_thatLeaves_saysWhoReceivedIt() {
        Http.Answer answer = ask("as-groq/parrot-x");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        for (JsonNode by :
                new JsonNode[] {
                    answer.json().at("/avow/received_by/0"),
                    interaction(answer).at("/received_by/0")
                }) {
            assertThat(by.path("provider").asString("")).isEqualTo("as-groq");
            assertThat(by.path("host").asString("")).isEqualTo("127.0.0.1");
            assertThat(by.path("purpose").asString("")).isEqualTo("model");
        }
        assertThat(interaction(answer).get("received_by")).hasSize(1);
    }

    @Test
    void hosts_areCountedOncePerRequest() {
        assertThat(ask("as-ollama/parrot-x").status()).isEqualTo(200);
        long before = seen("as-ollama").path("uses").asLong(0);
        for (int i = 0; i < 5; i++) {
            assertThat(ask("as-ollama/parrot-x").status()).isEqualTo(200);
        }

        JsonNode after = seen("as-ollama");
        assertThat(after.path("uses").asLong(0)).isEqualTo(before + 5);
        assertThat(after.path("first_seen").asString("")).isNotEmpty();
    }

    @Test
    void request_thatIsBlocked_wasReceivedByNobody() {
        Http.Answer blocked = ask("fake/blocked");

        assertThat(blocked.status()).isEqualTo(403);
        assertThat(interaction(blocked).get("received_by")).isEmpty();
    }
}
