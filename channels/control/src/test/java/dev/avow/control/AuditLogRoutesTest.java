package dev.avow.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.prove.AuditRecord;
import dev.avow.words.Ids;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** T1: the audit log over HTTP, as it is looked through. */
class AuditLogRoutesTest {

    private static final String LOG = "/api/v1/audit-logs";

    private final Site site = new Site();

    @AfterEach
    void close() {
        site.close();
    }

    private List<String> actions(String query) {
        Site.Answer answer = site.asAdmin("GET", LOG + query, null);
        assertThat(answer.status()).as("%s", answer.json()).isEqualTo(200);
        return answer.json()
                .path("items")
                .valueStream()
                .map(entry -> entry.path("action").asString())
                .toList();
    }

    @Test
    void T1_log_askedForChanges_showsNoLooks() {
        site.asAdmin("GET", "/api/v1/users", null);
        site.asAdmin("GET", "/api/v1/users", null);

        assertThat(actions("")).contains("users_viewed", "api_key_created");
        assertThat(actions("?kind=change")).containsExactly("api_key_created");
        assertThat(actions("?kind=look"))
                .startsWith("audit_logs_viewed", "audit_logs_viewed", "audit_logs_viewed")
                .endsWith("users_viewed", "users_viewed");
        assertThat(actions("?action=users_viewed")).containsExactly("users_viewed", "users_viewed");
    }

    @Test
    void T1_log_askedByActorAndTime_showsTheirs() {
        JsonNode looked = site.asAdmin("GET", LOG + "?limit=1", null).json().at("/items/0");
        String key = looked.path("actor_id").asString();
        String at = looked.path("timestamp").asString();

        assertThat(actions("?actor=" + key + "&until=" + at)).isEmpty();
        assertThat(actions("?actor=none")).containsExactly("api_key_created");
        assertThat(actions("?actor=" + Ids.next())).isEmpty();
        assertThat(actions("?actor=" + key + "&since=" + at + "&kind=look"))
                .hasSize(5)
                .containsOnly("audit_logs_viewed");
        assertThat(actions("?until=" + at)).containsExactly("api_key_created");
    }

    @Test
    void T2_log_lookedThrough_tellsWhatWasAskedFor() {
        UUID whom = Ids.next();
        actions("?actor=" + whom + "&since=2026-01-01T00:00:00Z");
        actions("");

        List<AuditRecord> entries = site.reader.page(TenantId.DEFAULT, PageRequest.first()).items();
        assertThat(entries.get(0).changes().after()).isNull();
        assertThat(entries.get(1).action()).isEqualTo("audit_logs_viewed");
        assertThat(entries.get(1).changes().after())
                .isEqualTo(Map.of("actor", whom.toString(), "since", "2026-01-01T00:00:00Z"));
    }

    @Test
    void actions_ofTheLog_areListedWithTheirKind() {
        site.asAdmin("GET", "/api/v1/users", null);

        JsonNode items = site.asAdmin("GET", LOG + "/actions", null).json().path("items");
        assertThat(items.toString())
                .isEqualTo(
                        "[{\"action\":\"api_key_created\",\"kind\":\"change\"},"
                                + "{\"action\":\"users_viewed\",\"kind\":\"look\"}]");
    }

    @Test
    void filter_thatNoEntryCanMeet_isRefusedByField() {
        assertField("kind=changes", "kind", "change, look");
        assertField("action=Policy%20created", "action", "/api/v1/audit-logs/actions");
        assertField("action=", "action", "/api/v1/audit-logs/actions");
        assertField("actor=ada@example.org", "actor", "addresses are sealed");
        assertField("since=yesterday", "since", "such as 2026-01-31T00:00:00Z");
        assertField("until=2026-01-31", "until", "such as 2026-01-31T00:00:00Z");
        assertField(
                "since=2026-01-31T00:00:00Z&until=2026-01-31T00:00:00Z",
                "until",
                "later than since");
        assertField("actors=none", "actors", "action, actor, cursor, kind, limit, since, until");
        assertThat(site.actions()).doesNotContain("audit_logs_viewed");
    }

    private void assertField(String query, String field, String remedy) {
        Site.Answer answer = site.asAdmin("GET", LOG + "?" + query, null);
        assertThat(answer.status()).as(query).isEqualTo(400);
        assertThat(answer.json().at("/error/field").asString()).as(query).isEqualTo(field);
        assertThat(answer.json().at("/error/message").asString()).as(query).contains(remedy);
    }
}
