package dev.avow.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.control.ConversationPlane.Answer;
import dev.avow.prove.AuditRecord;
import dev.avow.words.Ids;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** B5, B6 and T2 over HTTP: uses are reported without text, and who looks is known. */
final class InteractionRoutesTest {

    private static final String PATH = "/api/v1/interactions";

    private final ConversationPlane plane = new ConversationPlane();

    @AfterEach
    void close() {
        plane.close();
    }

    private static Map<String, Object> report() {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("platform_id", "chatgpt");
        report.put("prompt_hash", "sha256:" + "0a".repeat(32));
        report.put("content_length", 120);
        report.put(
                "classifications",
                List.of(Map.of("type", "email", "confidence", 0.95, "tier", 1, "count", 2)));
        report.put("policy_action", "Mask");
        return report;
    }

    private static String with(String field, Object value) {
        Map<String, Object> report = report();
        report.put(field, value);
        return ConversationPlane.json(report);
    }

    @Test
    void post_aReport_isKeptWithEveryFieldOfAnInteraction() {
        Map<String, Object> report = report();
        report.putAll(
                Map.of(
                        "model", "meta-llama/Llama-3",
                        "hostname", "chat.example",
                        "client_version", "1.4.0",
                        "browser", "Firefox 140",
                        "tokens_in", 30,
                        "cost", 0.00012,
                        "status", "completed"));

        Answer made = plane.send("models", "POST", PATH, ConversationPlane.json(report));

        assertThat(made.status()).isEqualTo(201);
        JsonNode item = made.body();
        assertThat(item.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "tenant_id",
                        "user_id",
                        "api_key_id",
                        "channel",
                        "platform_id",
                        "model",
                        "prompt_hash",
                        "response_hash",
                        "content_length",
                        "classifications",
                        "policy_applied",
                        "policy_action",
                        "risk_score",
                        "timestamp",
                        "hostname",
                        "client_version",
                        "browser",
                        "tokens_in",
                        "tokens_out",
                        "shadow",
                        "justification",
                        "received_by",
                        "cost",
                        "duration_ms",
                        "status");
        assertThat(item.get("channel").stringValue()).isEqualTo("extension");
        assertThat(item.get("user_id").stringValue())
                .isEqualTo(ConversationPlane.PERSON.toString());
        assertThat(item.at("/classifications/0/in").stringValue()).isEqualTo("prompt");
        assertThat(item.get("risk_score").doubleValue()).isBetween(0.2, 0.6);
        Answer found = plane.get(PATH + "/" + item.get("id").stringValue());
        assertThat(found.body()).isEqualTo(item);
        assertThat(plane.get(PATH).body().at("/items/0")).isEqualTo(item);
    }

    @Test
    void B6_post_personalDataInANarrowField_isRefusedByFieldAndNothingIsKept() {
        refused("model", "ada@example.org");
        refused("platform_id", "DE89370400440532013000");
        refused("model", "4111-1111-1111-1111");
        refused("client_version", "DE89370400440532013000");
        refused("hostname", "DE89370400440532013000");
        assertThat(plane.get(PATH).body().at("/items").size()).isZero();
    }

    @Test
    void post_textAddressOrUnknown_isRefusedByFieldAndNothingIsKept() {
        refused("text", "My mail is ada@example.org");
        refused("prompt", "Hello");
        refused("url", "https://chat.example/c/1");
        refused("hostname", "https://chat.example/c/1");
        refused("hostname", "chat.example/c/1");
        refused("hostname", "chat.example:443");
        refused("hostname", "My mail is in here");
        refused("model", "https://chat.example/c/1");
        refused("model", "a model of my own");
        refused("platform_id", "what a day");
        refused("prompt_hash", "My mail is in here");
        refused("response_hash", "sha256:" + "0A".repeat(32));
        refused("browser", "My mail is in here today");
        refused("client_version", "1.4 or so");
        refused("policy_applied", "There is no such policy");
        refused("policy_action", "Shout");
        refused("status", "My mail");
        refused("channel", "api");
        refused("content_length", -1);
        refused("content_length", "12");
        refused("risk_score", 1.5);
        refused("cost", -1);
        refused("timestamp", "2999-01-01T00:00:00Z");
        refused("classifications[0].type", "classifications", List.of(found("mood")));
        refused("classifications[0].text", "classifications", List.of(withText()));
        assertThat(plane.get(PATH).body().get("items")).isEmpty();
    }

    private static Map<String, Object> found(String type) {
        return new LinkedHashMap<>(Map.of("type", type, "confidence", 0.9, "tier", 1, "count", 1));
    }

    private static Map<String, Object> withText() {
        Map<String, Object> found = found("email");
        found.put("text", "ada@example.org");
        return found;
    }

    private void refused(String field, Object value) {
        refused(field, field, value);
    }

    private void refused(String named, String field, Object value) {
        Answer answer = plane.post(PATH, with(field, value));
        assertThat(answer.status()).as(named).isEqualTo(400);
        assertThat(answer.field()).isEqualTo(named);
        assertThat(answer.body().toString()).doesNotContain("ada@example.org");
    }

    @Test
    void get_eachView_standsInTheAuditLog() {
        plane.get(PATH);
        plane.get(PATH + "/" + Ids.next());

        assertThat(plane.audited())
                .extracting(AuditRecord::action)
                .containsExactly("interactions_viewed", "interactions_viewed");
    }

    @Test
    void get_filtersAndPages_answerThoseAlone() {
        plane.post(PATH, with("status", "failed"));
        plane.post(PATH, with("model", "small"));
        plane.post(PATH, with("policy_action", "Log"));

        assertThat(items("?status=failed")).hasSize(1);
        assertThat(items("?model=small")).hasSize(1);
        assertThat(items("?policy_action=Mask")).hasSize(2);
        assertThat(items("?since=2999-01-01T00:00:00Z")).isEmpty();
        assertThat(items("?until=2999-01-01T00:00:00Z")).hasSize(3);
        assertThat(plane.get(PATH + "?since=yesterday").field()).isEqualTo("since");
        Answer first = plane.get(PATH + "?limit=2");
        assertThat(first.body().get("items")).hasSize(2);
        assertThat(items("?limit=2&cursor=" + first.body().get("next_cursor").stringValue()))
                .hasSize(1);
        assertThat(plane.send("other", "GET", PATH, null).body().get("items")).isEmpty();
        assertThat(plane.send("models", "GET", PATH, null).status()).isEqualTo(403);
    }

    @Test
    void get_aFilterThatNoneCanHave_isRefusedAndNotAnEmptyList() {
        assertThat(plane.get(PATH + "?status=done").field()).isEqualTo("status");
        Answer lowerCase = plane.get(PATH + "?policy_action=block");

        assertThat(lowerCase.status()).isEqualTo(400);
        assertThat(lowerCase.field()).isEqualTo("policy_action");
        assertThat(lowerCase.body().toString()).contains("Allow, Block, Coach, Gap, Log, Mask");
        assertThat(items("?status=started&policy_action=Gap")).isEmpty();
        assertThat(items("?status=interrupted")).isEmpty();
    }

    private JsonNode items(String query) {
        return plane.get(PATH + query).body().get("items");
    }

    @Test
    @Timeout(60)
    void stream_aReport_isHeardByItsTenantAlone() throws Exception {
        HttpResponse<InputStream> mine =
                plane.client.send(
                        plane.request("read", PATH + "/stream").build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        HttpResponse<InputStream> others =
                plane.client.send(
                        plane.request("other", PATH + "/stream").build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        assertThat(mine.headers().firstValue("Content-Type")).contains("text/event-stream");

        plane.post(PATH, with("model", "small"));

        String heard = readUntil(mine.body(), "data: ");
        assertThat(heard).contains("event: interaction").contains("\"model\":\"small\"");
        assertThat(readUntil(others.body(), ": heartbeat")).doesNotContain("data:");
        mine.body().close();
        others.body().close();
    }

    private static String readUntil(InputStream stream, String begins) throws Exception {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        StringBuilder heard = new StringBuilder();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            heard.append(line).append('\n');
            if (line.startsWith(begins)) {
                break;
            }
        }
        return heard.toString();
    }
}
