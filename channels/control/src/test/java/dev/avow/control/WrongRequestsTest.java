package dev.avow.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.admit.Scope;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a caller gets wrong is told with 400, and never as a fault of ours or the database's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // what is refused leaves nothing behind
final class WrongRequestsTest {

    private final Site site = new Site();
    private final String admin = site.key(Set.of(Scope.ADMIN), null);
    private final ConversationPlane plane = new ConversationPlane();

    @AfterAll
    void close() {
        plane.close();
        site.close();
    }

    private Site.Answer send(String method, String path, @Nullable String body) {
        return site.send(method, path, body, "Authorization", admin);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "priority | `high` | invalid_value | priority | a whole number",
                "priority | 99999999999 | invalid_value | priority | a whole number",
                "name | 5 | invalid_value | name | text",
                "enabled | `yes` | invalid_value | enabled | true or false",
                "conditions | [] | invalid_value | conditions | an object",
                "conditions | {`model`: `m`} | invalid_value | conditions.model | an array",
                "conditions | {`colour`: 1} | unknown_field | conditions.colour | not known",
            })
    void value_ofAWrongType_isToldWithWhatItMustBe(
            String member, String value, String code, String field, String wanted) {
        Map<String, String> members =
                new LinkedHashMap<>(Map.of("name", "`a`", "priority", "1", "action", "`Log`"));
        members.put(member, value);
        String body =
                members.entrySet().stream()
                        .map(each -> "`" + each.getKey() + "`: " + each.getValue())
                        .collect(Collectors.joining(", ", "{", "}"));

        ConversationPlane.Answer answer = plane.post("/api/v1/policies", body.replace('`', '"'));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/error/code").stringValue()).isEqualTo(code);
        assertThat(answer.field()).isEqualTo(field);
        assertThat(answer.body().at("/error/message").stringValue()).contains(wanted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "GET | /api/v1/usage?to=%2B999999-01-01T00:00:00Z |",
                "GET | /api/v1/usage?cursor=AAAA |",
                "GET | /api/v1/usage?limit=0 |",
                "GET | /api/v1/usage?limit=201 |",
                "GET | /api/v1/usage?limit=abc |",
                "GET | /api/v1/usage?by=%00 |",
                "GET | /api/v1/prices?limit=abc |",
                "GET | /api/v1/budgets?cursor=%00 |",
                "POST | /api/v1/prices |"
                    + " {`provider`:`p`,`model`:`m`,`input`:1e9999999999,`output`:1,`source`:`s`}",
                "POST | /api/v1/prices |"
                    + " {`provider`:`p`,`model`:`m`,`input`:1e99999999,`output`:1,`source`:`s`}",
                "POST | /api/v1/prices |"
                    + " {`provider`:`p`,`model`:`m`,`input`:1e-99999999,`output`:1,`source`:`s`}",
                "POST | /api/v1/prices |"
                        + " {`provider`:`p`,`model`:`m`,`input`:1,`output`:1,`source`:`a\\u0000b`}",
                "POST | /api/v1/prices |"
                        + " {`provider`:``,`model`:`m`,`input`:1,`output`:1,`source`:`s`}",
                "POST | /api/v1/budgets | {`level`:`tenant`,`period`:`day`,`tokens`:1e99999999}",
                "POST | /api/v1/budgets |"
                        + " {`level`:`tenant`,`period`:`day`,`tokens`:99999999999999999999}",
                "POST | /api/v1/budgets | {`level`:`tenant`,`period`:`day`,`tokens`:`5`}",
                "POST | /api/v1/budgets |"
                        + " {`level`:`user`,`subject_id`:`\\u0000`,`period`:`day`,`tokens`:5}",
                "POST | /api/v1/budgets | []",
                "POST | /api/v1/budgets |",
                "POST | /api/v1/api-keys | {`name`:`a\\u0000b`}",
                "POST | /api/v1/api-keys | {`name`:`a`,`expires_at`:`+999999999-01-01T00:00:00Z`}",
                "POST | /api/v1/api-keys | {`name`:`a`,`user_email`:`a\\u0000b@example.org`}",
                "POST | /api/v1/api-keys | {`name`:`a`,`models`:[null]}",
                "POST | /api/v1/api-keys | {`name`:`a`,`models`:[``]}",
                "POST | /api/v1/api-keys | {`name`:`a`,`scopes`:[null]}",
                "POST | /api/v1/api-keys | {`name`:`a`,`requests_per_minute`:99999999999}",
            })
    void request_thatWillNotDo_isToldWith400(String method, String path, @Nullable String body) {
        Site.Answer answer = send(method, path, body == null ? null : body.replace('`', '"'));

        assertThat(answer.status())
                .as(
                        "%s %s %s: %s",
                        method,
                        path,
                        body,
                        new String(answer.http().body(), StandardCharsets.UTF_8))
                .isEqualTo(400);
    }

    /** The whole body was told to be no JSON. */
    @Test
    void number_thatItsFieldCannotHold_namesTheField() {
        Site.Answer answer =
                send(
                        "POST",
                        "/api/v1/api-keys",
                        "{\"name\":\"a\",\"requests_per_minute\":99999999999}");

        assertThat(answer.code()).isEqualTo("invalid_value");
        assertThat(new String(answer.http().body(), StandardCharsets.UTF_8))
                .contains("\"field\":\"requests_per_minute\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/api/v1/prices |"
                        + " {`provider`:`p`,`model`:`m`,`input`:1,`output`:1,`source`:`x\\ud800`}",
                "/api/v1/api-keys | {`name`:`x\\ud800`}",
                "/api/v1/policies | {`name`:`x\\ud800`,`priority`:1,`action`:`Log`}",
                "/api/v1/policies |"
                    + " {`name`:`x`,`priority`:1,`action`:`Log`,`conditions`:{`model`:[`x\\ud800`]}}",
            })
    void text_withHalfACharacter_isNoFaultOfOurs(String path, String body) {
        int status =
                path.endsWith("policies")
                        ? plane.post(path, body.replace('`', '"')).status()
                        : send("POST", path, body.replace('`', '"')).status();
        assertThat(status).as(body).isLessThan(500);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/replay | {`policy`:{}}",
                "/replay | {`policy`:{`name`:`x`,`action`:`Log`}}",
                "/replay | {`policy`:{`name`:`x`,`priority`:1}}",
                "/replay | {`policies`:[null]}",
                "/replay | {`policies`:[{}]}",
                "/dry-run | {`text`:`x`,`policy`:{}}",
                "/dry-run | {`text`:`x`,`policy`:{`action`:`Log`,`priority`:1}}",
                "| {`name`:`x`,`priority`:1,`action`:`Log`,`conditions`:{`expression`:`platform =="
                        + " 'a\\u0000b'`}}",
                "| {`name`:`x`,`priority`:1,`action`:`Log`,`conditions`:{`expression`:`true //"
                        + " \\u0000`}}",
                "| {`name`:`x`,`priority`:1,`action`:`Log`,`conditions`:{`sample`:1e99999999}}",
                "| {`name`:`x`,`priority`:1,`action`:`Log`,`conditions`:{`sample`:1e-99999999}}",
                "| {`name`:`x`,`priority`:1,`action`:`Mask`,`masking`:{`types`:{`\\u0000`:`hash`}}}",
                "| {`name`:`x`,`priority`:1,`action`:`Mask`,`masking`:{`types`:{`email`:5}}}",
                "| {`name`:`x`,`priority`:1,`action`:`Log`,`conditions`:{`time`:{`days`:[null]}}}",
                "| {`name`:`x`,`priority`:1,`action`:`Log`,`conditions`:{`time`:{`from`:`24:00`}}}",
                "| {`name`:`x`,`priority`:1,`action`:`Log`,`conditions`:{`time`:{`zone`:`\\u0000`}}}",
            })
    void policy_thatWillNotDo_isToldWith400(@Nullable String path, String body) {
        ConversationPlane.Answer answer =
                plane.post("/api/v1/policies" + (path == null ? "" : path), body.replace('`', '"'));

        assertThat(answer.status()).as("%s %s", body, answer.body()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"?model=%00", "?cursor=x", "?limit=abc"})
    void interactions_askedWrongly_isToldWith400(String query) {
        ConversationPlane.Answer answer = plane.get("/api/v1/interactions" + query);

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(400);
    }
}
