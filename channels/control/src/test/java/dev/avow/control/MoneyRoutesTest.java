package dev.avow.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.admit.Scope;
import dev.avow.words.PageRequest;
import dev.avow.words.TenantId;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Prices, budgets and usage over HTTP. */
class MoneyRoutesTest {

    private static final String BUDGETS = "/api/v1/budgets";
    private static final String PRICES = "/api/v1/prices";

    private final Site site = new Site();
    private final String reader = site.key(Set.of(Scope.READ), null);

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void budget_madeChangedAndDeleted_isShownAsItStandsAndAudited() {
        JsonNode made =
                site.asAdmin(
                                "POST",
                                BUDGETS,
                                "{\"level\":\"tenant\",\"period\":\"day\",\"usd\":0.1}")
                        .json();
        String one = BUDGETS + "/" + made.path("id").asString();

        assertThat(made.path("usd").decimalValue()).isEqualTo(new BigDecimal("0.1"));
        assertThat(made.path("tokens").isNull()).isTrue();
        assertThat(made.path("tokens_used").asInt()).isZero();
        JsonNode changed = site.asAdmin("PATCH", one, "{\"tokens\":5}").json();
        assertThat(changed.path("usd").decimalValue()).isEqualTo(new BigDecimal("0.1"));
        assertThat(changed.path("tokens").asInt()).isEqualTo(5);
        assertThat(site.send("GET", BUDGETS, null, "Authorization", reader).json().path("items"))
                .hasSize(1);
        assertThat(site.asAdmin("DELETE", one, null).status()).isEqualTo(204);
        assertThat(site.asAdmin("GET", one, null).status()).isEqualTo(404);
        assertThat(site.actions()).startsWith("budget_deleted", "budget_changed", "budget_created");
    }

    @Test
    void budget_thatWillNotDo_isRefusedByField() {
        assertField("{\"level\":\"team\",\"period\":\"day\",\"usd\":1}", "level");
        assertField("{\"level\":\"tenant\",\"period\":\"year\",\"usd\":1}", "period");
        assertField("{\"level\":\"tenant\",\"period\":\"day\"}", "usd");
        assertField("{\"level\":\"tenant\",\"period\":\"day\",\"usd\":-1}", "usd");
        assertField("{\"level\":\"tenant\",\"period\":\"day\",\"usd\":0.0000001}", "usd");
        assertField("{\"level\":\"tenant\",\"period\":\"day\",\"tokens\":-1}", "tokens");
        assertField("{\"level\":\"user\",\"period\":\"day\",\"usd\":1}", "subject_id");
        assertField(
                "{\"level\":\"api_key\",\"period\":\"day\",\"usd\":1,"
                        + "\"subject_id\":\"00000000-0000-7000-8000-00000000ffff\"}",
                "subject_id");
        String body = "{\"level\":\"tenant\",\"period\":\"month\",\"tokens\":1}";
        assertThat(site.asAdmin("POST", BUDGETS, body).status()).isEqualTo(201);
        assertThat(site.asAdmin("POST", BUDGETS, body).code()).isEqualTo("conflict");
        assertThat(site.send("POST", BUDGETS, body, "Authorization", reader).status())
                .isEqualTo(403);
    }

    private void assertField(String body, String field) {
        Site.Answer answer = site.asAdmin("POST", BUDGETS, body);
        assertThat(answer.status()).as(body).isEqualTo(400);
        assertThat(answer.json().at("/error/field").asString()).as(body).isEqualTo(field);
    }

    @Test
    void price_enteredAndReplaced_isShownExactly() {
        JsonNode made =
                site.asAdmin(
                                "POST",
                                PRICES,
                                "{\"provider\":\"up\",\"model\":\"m*\",\"input\":0.000001,"
                                        + "\"output\":10,\"source\":\"a test\"}")
                        .json();
        String one = PRICES + "/" + made.path("id").asString();

        assertThat(made.path("input").decimalValue()).isEqualByComparingTo("0.000001");
        assertThat(made.path("cached_input").isNull()).isTrue();
        JsonNode replaced =
                site.asAdmin(
                                "PUT",
                                one,
                                "{\"provider\":\"up\",\"model\":\"m\",\"valid_from\":\"2026-01-31\","
                                    + "\"input\":2,\"cached_input\":0.5,\"output\":4,"
                                    + "\"source\":\"another\"}")
                        .json();
        assertThat(replaced.path("valid_from").asString()).isEqualTo("2026-01-31");
        assertThat(site.asAdmin("GET", one, null).json()).isEqualTo(replaced);
        assertThat(site.asAdmin("DELETE", one, null).status()).isEqualTo(204);
        assertThat(site.asAdmin("GET", PRICES + "/built-in", null).json().path("items"))
                .isNotEmpty();
        assertThat(site.actions()).startsWith("price_deleted", "price_changed", "price_created");
    }

    @Test
    void usage_byEach_addsUpAndPages() throws SQLException {
        interaction("'2026-03-01T23:59:59Z'", "'m1'", "0.25");
        interaction("'2026-03-02T00:00:00Z'", "'m2'", "1");
        interaction("'2026-03-02T12:00:00Z'", "'m1'", "NULL");

        assertThat(names("by=day&from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z"))
                .containsExactly("2026-03-02", "2026-03-01");
        JsonNode models =
                usage("by=model&from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z").path("items");
        assertThat(models.path(0).path("name").asString()).isEqualTo("up/m2");
        assertThat(models.path(1).path("cost").decimalValue()).isEqualByComparingTo("0.25");
        assertThat(models.path(1).path("requests").asInt()).isEqualTo(2);
        assertThat(models.path(1).path("unpriced").asInt()).isEqualTo(1);
        assertThat(models.path(1).path("tokens_in").asInt()).isEqualTo(6);
        JsonNode first =
                usage("limit=1&by=model&from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z");
        assertThat(
                        names(
                                "limit=1&by=model&from=2026-03-01T00:00:00Z"
                                        + "&to=2026-04-01T00:00:00Z&cursor="
                                        + first.path("next_cursor").asString()))
                .containsExactly("up/m1");
        assertThat(site.actions()).startsWith("usage_viewed");
        assertThat(site.asAdmin("GET", "/api/v1/usage?by=moon", null).status()).isEqualTo(400);
        assertThat(usage("by=key&from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z").path("items"))
                .hasSize(1);
        assertThat(usage("by=user&from=2026-03-01T00:00:00Z&to=2026-03-01T00:00:01Z").path("items"))
                .isEmpty();
    }

    private JsonNode usage(String query) {
        return site.asAdmin("GET", "/api/v1/usage?" + query, null).json();
    }

    private List<String> names(String query) {
        List<String> names = new ArrayList<>();
        usage(query).path("items").forEach(each -> names.add(each.path("name").asString()));
        return names;
    }

    private void interaction(String at, String model, String cost) throws SQLException {
        try (Connection owner = site.database.openAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute(
                    "INSERT INTO interactions (tenant_id, id, occurred_at, channel, platform_id,"
                            + " model, prompt_hash, content_length, classifications,"
                            + " policy_action, risk_score, status, tokens_in, tokens_out, cost)"
                            + " VALUES ('00000000-0000-7000-8000-000000000001',"
                            + " gen_random_uuid(), "
                            + at
                            + ", 'api', 'up', "
                            + model
                            + ", 'h', 1, '[]', 'Log', 0, 'completed', 3, 4, "
                            + cost
                            + ")");
        }
    }

    /** T1: before and after. */
    @Test
    void T1_priceOfCachedTokensChanged_standsInTheAuditLog() {
        String price =
                "{\"provider\":\"up\",\"model\":\"m\",\"valid_from\":\"2026-01-31\",\"input\":2,"
                        + "\"output\":4,\"source\":\"s\",\"cached_input\":";
        JsonNode made = site.asAdmin("POST", "/api/v1/prices", price + "1}").json();
        assertThat(
                        site.asAdmin(
                                        "PUT",
                                        "/api/v1/prices/" + made.path("id").asString(),
                                        price + "0}")
                                .status())
                .isEqualTo(200);

        var newest = site.reader.page(TenantId.DEFAULT, PageRequest.first()).items().getFirst();
        assertThat(newest.action()).isEqualTo("price_changed");
        assertThat(newest.changes().before()).isNotEqualTo(newest.changes().after());
    }
}
