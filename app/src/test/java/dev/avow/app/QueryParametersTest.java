package dev.avow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A query parameter that a route does not have is refused by name, whatever the route. */
@ExtendWith(EndToEnd.class)
final class QueryParametersTest {

    private final Installation avow;

    QueryParametersTest(Installation avow) {
        this.avow = avow;
    }

    @Test
    void parameter_thatARouteDoesNotHave_isRefusedByEveryRoute() {
        String person = ListsTest.person(avow);
        List<Described> all = Described.all(avow);
        assertThat(all).hasSizeGreaterThan(100);
        for (Described route : all) {
            Http.Answer answer =
                    Http.send(
                            route.method(),
                            avow.url()
                                    + route.pathOf(UUID.randomUUID().toString())
                                    + "?platfrom_id=x",
                            person,
                            "");
            assertThat(answer.status()).as("%s: %s", route, answer.body()).isEqualTo(400);
            JsonNode error = answer.json().path("error");
            assertThat(error.path("code").asString()).as("%s", route).isEqualTo("unknown_field");
            assertThat(error.path("field").asString()).isEqualTo("platfrom_id");
            assertThat(error.path("message").asString())
                    .contains(
                            route.query().isEmpty()
                                    ? "takes none"
                                    : String.join(", ", route.query()));
        }
    }

    @Test
    void parameter_givenTwice_isRefusedByName() {
        Http.Answer answer =
                Http.get(avow.url() + "/api/v1/policies?limit=1&limit=2", avow.adminKey());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/error/field").asString()).isEqualTo("limit");
    }

    @Test
    void health_watchedWithWhateverQuery_answers() {
        assertThat(Http.get(avow.url() + "/health/live?t=1", avow.adminKey()).status())
                .isEqualTo(200);
    }
}
