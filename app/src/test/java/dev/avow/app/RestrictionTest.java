package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.words.Route;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** P5: who restricts the processing of their data is asked no model for, on any route. */
@ExtendWith(EndToEnd.class)
final class RestrictionTest {

    private final Installation avow;

    RestrictionTest(Installation avow) {
        this.avow = avow;
    }

    private String newPersonsKey() {
        Http.Answer made =
                Http.post(
                        avow.url() + "/api/v1/api-keys",
                        avow.adminKey(),
                        """
                        {"name":"restricted","scopes":["models"],"user_email":"rita@example.org"}
                        """);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json().path("key").asString();
    }

    @Test
    void model_askedByARestrictedPerson_isRefusedUntilLifted() {
        String rita = newPersonsKey();
        String restriction = avow.url() + "/api/v1/users/me/restriction";
        assertThat(ask(Route.CHAT_COMPLETIONS, rita).status()).isEqualTo(200);

        assertThat(Http.put(restriction, rita, "{\"restricted\":true}").status()).isEqualTo(200);
        for (Route route : EnumSet.of(Route.CHAT_COMPLETIONS, Route.RESPONSES, Route.MESSAGES)) {
            Http.Answer refused = ask(route, rita);
            assertThat(refused.status()).as("%s", route).isEqualTo(403);
            assertThat(refused.body()).contains("processing_restricted");
        }
        assertThat(Http.get(avow.url() + "/api/v1/users/me/data-export", rita).status())
                .isEqualTo(200);

        assertThat(Http.put(restriction, rita, "{\"restricted\":false}").status()).isEqualTo(200);
        assertThat(ask(Route.CHAT_COMPLETIONS, rita).status()).isEqualTo(200);
    }

    @Test
    void model_askedAfterConsentWasWithdrawn_isRefusedUntilGivenAgain() {
        String rita = newPersonsKey();
        String consents = avow.url() + "/api/v1/users/me/consents";
        String given =
                "{\"purpose\":\"model_processing\",\"action\":\"given\",\"text_version\":\"1\"}";
        assertThat(Http.post(consents, rita, given).status()).isEqualTo(201);
        assertThat(ask(Route.CHAT_COMPLETIONS, rita).status()).isEqualTo(200);

        String withdrawn = "{\"purpose\":\"model_processing\",\"action\":\"withdrawn\"}";
        assertThat(Http.post(consents, rita, withdrawn).status()).isEqualTo(201);
        assertThat(ask(Route.CHAT_COMPLETIONS, rita).status()).isEqualTo(403);

        assertThat(Http.post(consents, rita, given).status()).isEqualTo(201);
        assertThat(ask(Route.CHAT_COMPLETIONS, rita).status()).isEqualTo(200);
    }

    private Http.Answer ask(Route route, String key) {
        return Http.post(
                avow.url() + "/v1" + route.path(),
                key,
                RouteBodies.saying(route, false, "as-groq/parrot-x", "hello"));
    }
}
