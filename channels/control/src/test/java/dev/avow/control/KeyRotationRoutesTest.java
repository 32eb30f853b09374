package dev.avow.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.avow.admit.Scope;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** I7: rotations of a tenant's key over HTTP. */
class KeyRotationRoutesTest {

    private static final String ROTATIONS = "/api/v1/key-rotations";

    private final Site site = new Site();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void rotation_askedFor_isShownAuditedAndOneAtATime() {
        Site.Answer made = site.asAdmin("POST", ROTATIONS, null);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("state").asString()).isEqualTo("requested");
        JsonNode seen =
                site.asAdmin("GET", ROTATIONS + "/" + made.json().path("id").asString(), null)
                        .json();
        assertThat(seen).isEqualTo(made.json());
        assertThat(site.asAdmin("GET", ROTATIONS, null).json().path("items")).hasSize(1);
        assertThat(site.asAdmin("POST", ROTATIONS, null).code()).isEqualTo("conflict");
        assertThat(site.actions()).startsWith("key_rotation_requested");
    }

    @Test
    void rotation_whoMayOnlyRead_neitherSeesNorAsks() {
        String reader = site.key(Set.of(Scope.READ), "ada@example.org");

        for (String method : new String[] {"GET", "POST"}) {
            assertThat(site.send(method, ROTATIONS, null, "Authorization", reader).status())
                    .isEqualTo(403);
        }
    }
}
